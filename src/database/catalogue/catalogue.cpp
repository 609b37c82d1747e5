#include "database/schema.hpp"

#include <initializer_list>

#include "database/catalogue/parts.hpp"

namespace svodka::database {

const data::Catalogue& catalogue() {
  static const data::Catalogue whole = [] {
    data::Catalogue all;
    for (const auto part :
         {parts::district_views, parts::meeting_views, parts::resolution_views, parts::assignment_views,
          parts::history_views, parts::indicator_views, parts::expertise_views, parts::figure_views}) {
      for (auto& view : part()) all.push_back(std::move(view));
    }
    return all;
  }();
  return whole;
}

}  // namespace svodka::database
