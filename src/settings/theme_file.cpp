#include "settings/theme_file.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "base/error.hpp"
#include "settings/codes.hpp"
#include "settings/toml/reader.hpp"

namespace svodka::settings {

using document::Align;
using document::Colour;
using document::Theme;

namespace {

std::optional<Colour> parse_colour(std::string_view text) {
  unsigned value = 0;
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error != std::errc{} || end != text.data() + 7) return std::nullopt;
  const auto byte = [&](unsigned shift) { return static_cast<std::uint8_t>(value >> shift & 0xFF); };
  return Colour{byte(16), byte(8), byte(0)};
}

std::optional<Align> parse_align(std::string_view text) {
  if (text == "left") return Align::left;
  if (text == "center") return Align::centre;
  if (text == "right") return Align::right;
  if (text == "justify") return Align::justify;
  return std::nullopt;
}

std::optional<document::Borders> parse_borders(std::string_view text) {
  if (text == "grid") return document::Borders::grid;
  if (text == "rows") return document::Borders::rows;
  if (text == "none") return document::Borders::none;
  return std::nullopt;
}

class ThemeReader : TomlReader {
 public:
  ThemeReader(const base::SourcePtr& source, const std::filesystem::path& folder,
              base::Diagnostics& diagnostics)
      : TomlReader(source, {codes::bad_toml, codes::unknown_key, codes::bad_value}, diagnostics),
        folder_(folder),
        theme_(document::default_theme()) {}

  Theme read() {
    const auto parsed = parse();
    if (!parsed) return theme_;
    read_table(*parsed, {{"name", text(theme_.name)},
                         {"organization", text(theme_.author)},
                         {"page", table([this](const toml::table& t) { read_page(t); })},
                         {"fonts", table([this](const toml::table& t) { read_fonts(t); })},
                         {"styles", table([this](const toml::table& t) { read_styles(t); })},
                         {"table", table([this](const toml::table& t) { read_table_look(t); })},
                         {"chart", table([this](const toml::table& t) { read_chart(t); })},
                         {"heat", table([this](const toml::table& t) { read_heat(t); })},
                         {"letterhead", table([this](const toml::table& t) { read_letterhead(t); })},
                         {"states", table([this](const toml::table& t) { read_states(t); })}});
    return std::move(theme_);
  }

 private:
  static Key points(double& target) { return number(target, 1, 0, 200); }
  static Key millimetres(double& target) { return number(target, base::millimetres(1), 0, 500); }
  static Key colour(Colour& target) {
    return {"a colour like \"#D9EAD3\"", [&target](const toml::node& node) {
              const auto value = parse_colour(node.value<std::string>().value_or(""));
              if (value) target = *value;
              return value.has_value();
            }};
  }
  static Key colour(std::optional<Colour>& target) {
    return {"a colour like \"#D9EAD3\" or \"none\"", [&target](const toml::node& node) {
              const auto value = node.value<std::string>().value_or("");
              target = parse_colour(value);
              return target.has_value() || value == "none";
            }};
  }
  void read_page(const toml::table& node) {
    auto& t = theme_;
    read_table(node, {{"width", millimetres(t.page_width)},
                      {"height", millimetres(t.page_height)},
                      {"left", millimetres(t.margin_left)},
                      {"right", millimetres(t.margin_right)},
                      {"top", millimetres(t.margin_top)},
                      {"bottom", millimetres(t.margin_bottom)},
                      {"number", flag(t.page_number)},
                      {"number_top", millimetres(t.page_number_top)},
                      {"outline_indent", millimetres(t.outline_indent)}});
  }

  // "text" is the face of running text; other names can be used by styles.
  void read_fonts(const toml::table& node) {
    Keys keys{{"text", family(0)}};
    for (const auto& [name, value] : node) {
      const std::string key(name.str());
      if (key == "text") continue;
      families_[key] = static_cast<std::uint16_t>(theme_.families.size());
      keys[key] = family(theme_.families.size());
      theme_.families.emplace_back();
    }
    read_table(node, keys);
  }

  Key family(std::size_t index) {
    return {"a text", [this, index](const toml::node& node) {
              const auto value = node.value<std::string>();
              if (value) theme_.families[index] = *value;
              return value.has_value();
            }};
  }

  void read_styles(const toml::table& node) {
    Keys keys;
    for (std::size_t i = 0; i < document::kStyleCount; ++i) {
      auto& style = theme_.styles[i];
      keys[std::string(document::name_of(static_cast<document::StyleName>(i)))] =
          table([this, &style](const toml::table& t) { read_style(t, style); });
    }
    read_table(node, keys);
  }

  void read_style(const toml::table& node, document::ParagraphStyle& s) {
    const Key align{"left, center, right or justify", [&s](const toml::node& value) {
                      const auto parsed = parse_align(value.value<std::string>().value_or(""));
                      if (parsed) s.align = *parsed;
                      return parsed.has_value();
                    }};
    const Key font{"a name from [fonts]", [this, &s](const toml::node& value) {
                     const auto found = families_.find(value.value<std::string>().value_or(""));
                     if (found != families_.end()) s.family = found->second;
                     return found != families_.end();
                   }};
    read_table(node, {{"font", font},
                      {"size", number(s.size, 1, 4, 96)},
                      {"bold", flag(s.bold)},
                      {"italic", flag(s.italic)},
                      {"align", align},
                      {"line_spacing", number(s.line_spacing, 1, 0.8, 4)},
                      {"first_indent", millimetres(s.first_indent)},
                      {"left_indent", millimetres(s.left_indent)},
                      {"hanging", millimetres(s.hanging)},
                      {"space_before", points(s.space_before)},
                      {"space_after", points(s.space_after)},
                      {"keep_with_next", flag(s.keep_with_next)},
                      {"hyphenate", flag(s.hyphenate)},
                      {"colour", colour(s.colour)}});
  }

  void read_table_look(const toml::table& node) {
    auto& t = theme_.table;
    const Key borders{"grid, rows or none", [&t](const toml::node& value) {
                        const auto parsed = parse_borders(value.value<std::string>().value_or(""));
                        if (parsed) t.borders = *parsed;
                        return parsed.has_value();
                      }};
    read_table(node, {{"rule", points(t.rule)},
                      {"rule_colour", colour(t.rule_colour)},
                      {"padding_x", points(t.padding_x)},
                      {"padding_y", points(t.padding_y)},
                      {"paragraph_gap", points(t.paragraph_gap)},
                      {"borders", borders},
                      {"header_fill", colour(t.header_fill)},
                      {"group_fill", colour(t.group_fill)},
                      {"zebra", colour(t.zebra)}});
  }

  void read_chart(const toml::table& node) {
    const Key palette{"a list of colours like \"#D9EAD3\", at least one", [this](const toml::node& value) {
                        std::vector<Colour> colours;
                        if (!value.is_array()) return false;
                        for (const auto& entry : *value.as_array()) {
                          const auto parsed = parse_colour(entry.value<std::string>().value_or(""));
                          if (!parsed) return false;
                          colours.push_back(*parsed);
                        }
                        if (colours.empty()) return false;
                        theme_.palette = std::move(colours);
                        return true;
                      }};
    read_table(node, {{"palette", palette}});
  }

  void read_heat(const toml::table& node) {
    auto& heat = theme_.heat;
    read_table(node,
               {{"worst", colour(heat.worst)}, {"middle", colour(heat.middle)}, {"best", colour(heat.best)}});
  }

  void read_letterhead(const toml::table& node) {
    auto& head = theme_.letterhead;
    const Key picture{"a text", [this, &head](const toml::node& value) {
                        const auto name = value.value<std::string>();
                        if (name) head.picture = picture_of(*name, span(value));
                        return name.has_value();
                      }};
    read_table(node, {{"picture", picture},
                      {"picture_height", number(head.picture_height, base::millimetres(1), 1, 200)},
                      {"alternative", text(head.alternative)},
                      {"lines", texts(head.lines)},
                      {"notes", texts(head.notes)},
                      {"rule", flag(head.rule)}});
  }

  images::PicturePtr picture_of(const std::string& name, const base::SourceSpan& span) {
    try {
      return images::read_picture(folder_ / name, name);
    } catch (const base::Error& error) {
      diagnostics_.error(codes::unusable_picture, span, error.what());
      return nullptr;
    }
  }

  // Templates may use state names of their own: every table under [states] makes one.
  void read_states(const toml::table& node) {
    Keys keys;
    for (const auto& [name, value] : node) {
      auto& state = theme_.states[std::string(name.str())];
      keys[std::string(name.str())] = table([this, &state](const toml::table& t) {
        read_table(t, {{"fill", colour(state.fill)},
                       {"bold", flag(state.bold)},
                       {"italic", flag(state.italic)},
                       {"text", colour(state.text)}});
      });
    }
    read_table(node, keys);
  }

  std::filesystem::path folder_;
  Theme theme_;
  std::map<std::string, std::uint16_t> families_{{"text", 0}};
};

}  // namespace

Theme read_theme(const base::SourcePtr& source, const std::filesystem::path& folder,
                 base::Diagnostics& diagnostics) {
  return ThemeReader(source, folder, diagnostics).read();
}

}  // namespace svodka::settings
