#pragma once
// Texts on their way into index.html: escapes, addresses, sizes, times.

#include <cstdint>
#include <string>
#include <string_view>

namespace svodka::overview::page {

// For text and attribute values of HTML; U+FFFD for control characters.
std::string html(std::string_view text);
// JSON that may stand in a <script>: nothing in it can end the element or begin a comment.
std::string script_safe(std::string_view json);
// A relative path as an address.
std::string address(std::string_view path);
// Base64 of the SHA-256, as a Content-Security-Policy names a script or style.
std::string policy_hash(std::string_view text);

// «5 000»
std::string grouped(std::int64_t count);
// grouped() and the word that fits it.
std::string counted(std::int64_t count, std::string_view one, std::string_view few, std::string_view many);
// «5 000 документов»
std::string documents(std::int64_t count);
// «60 КБ», «1,2 МБ»; empty for no bytes.
std::string size(std::uint64_t bytes);
// After «занял»: «7 секунд», «1 минуту 5 секунд», «2 часа 10 минут», «меньше секунды».
std::string duration(double seconds);
// «1 ноября 2026 г. в 02:00» of 2026-11-01T02:00:00+03:00; what cannot be read comes back unchanged.
std::string moment(std::string_view iso);

}  // namespace svodka::overview::page
