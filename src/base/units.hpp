#pragma once
// Lengths. Everything measured inside the program is in points (1/72 inch).

namespace svodka::base {

using Points = double;

constexpr Points millimetres(double mm) { return mm * 72.0 / 25.4; }
constexpr double to_millimetres(Points points) { return points * 25.4 / 72.0; }

}  // namespace svodka::base
