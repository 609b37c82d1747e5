#include "templates/build/white_space.hpp"

#include <string>
#include <utility>

namespace svodka::templates {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class Tidier {
 public:
  void block(Inlines& words) {
    after_break();
    visit(words);
    drop_space();
    after_break();
  }

 private:
  void visit(Inlines& words) {
    for (auto& word : words) {
      std::visit([this](auto& node) { tidy(node); }, word.node);
    }
  }

  void tidy(Literal& literal) {
    const auto source = std::exchange(literal.text, {});
    for (const char c : source) {
      if (!is_white(c)) {
        literal.text += c;
        after_word();
      } else if (!blank_) {
        literal.text += ' ';
        blank_ = true;
        spaced_ = &literal;
      }
    }
  }
  void tidy(Expression&) { after_word(); }
  void tidy(PageWord&) { after_word(); }
  void tidy(Styled& styled) { visit(styled.content); }
  void tidy(Anchor& anchor) { visit(anchor.content); }
  void tidy(LineBreak&) {
    drop_space();
    after_break();
  }
  void tidy(ListItem& item) {
    drop_space();
    block(item.content);
  }
  void tidy(InlineIf& condition) {
    const bool blank = blank_;
    for (auto* branch : {&condition.then, &condition.otherwise}) {
      blank_ = blank;
      spaced_ = nullptr;
      visit(*branch);
    }
    after_word();
  }
  void tidy(InlineEach& each) {
    block(each.content);
    after_word();
  }

  void after_word() {
    blank_ = false;
    spaced_ = nullptr;
  }
  void after_break() {
    blank_ = true;
    spaced_ = nullptr;
  }
  void drop_space() {
    if (spaced_) spaced_->text.pop_back();
  }

  bool blank_ = true;          // a space here would be the second one
  Literal* spaced_ = nullptr;  // the literal that ends with the space before this place
};

// Literals that became empty go, neighbouring ones become one.
void join_literals(Inlines& words) {
  Inlines joined;
  for (auto& word : words) {
    if (auto* styled = std::get_if<Styled>(&word.node)) join_literals(styled->content);
    if (auto* anchor = std::get_if<Anchor>(&word.node)) join_literals(anchor->content);
    if (auto* each = std::get_if<InlineEach>(&word.node)) join_literals(each->content);
    if (auto* item = std::get_if<ListItem>(&word.node)) join_literals(item->content);
    if (auto* condition = std::get_if<InlineIf>(&word.node)) {
      join_literals(condition->then);
      join_literals(condition->otherwise);
    }
    const auto* literal = std::get_if<Literal>(&word.node);
    if (literal && literal->text.empty()) continue;
    auto* before = joined.empty() ? nullptr : std::get_if<Literal>(&joined.back().node);
    if (literal && before) {
      before->text += literal->text;
    } else {
      joined.push_back(std::move(word));
    }
  }
  words = std::move(joined);
}

}  // namespace

void tidy_white_space(Inlines& words) {
  Tidier().block(words);
  join_literals(words);
}

}  // namespace svodka::templates
