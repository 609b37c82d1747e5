#pragma once
// The checked syntax tree of a template. Names of fields are resolved later, by bind, against the queries.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "templates/expression.hpp"

namespace svodka::templates {

enum class ParameterType : std::uint8_t { key, text, integer, date, period };

struct Parameter {
  std::string name;
  ParameterType type = ParameterType::key;
  std::string of;                            // key: meeting, organization, resolution, person, indicator
  std::string label;                         // Russian, for people
  std::vector<std::string> values;           // values="given organization": no other is taken; empty: any
  std::optional<std::string> default_value;  // taken when none is given; checked when bound
  base::SourceSpan span;
};

struct Field {  // <field name="n" type="integer"/>
  std::string name;
  std::string type;
  base::SourceSpan span;
  bool shared = false;  // of a <with>: a query that names it need not have the column
};

enum class Rows : std::uint8_t { many, one, optional };  // optional: none or one

struct QueryText {
  std::string name;
  Rows rows = Rows::many;
  base::ComposedText sql;  // of the CDATA sections of the query and the <with>s that it names
  std::vector<Field> fields;
  base::SourceSpan span;
};

enum class Only : std::uint8_t { both, pdf, xlsx };
enum class Align : std::uint8_t { inherit, left, centre, right, justify };

struct Element;
using Elements = std::vector<Element>;

// ---- inline content -------------------------------------------------------------------------------------
struct Inline;
using Inlines = std::vector<Inline>;
struct Styled {
  bool bold = false;
  bool italic = false;
  Inlines content;
};  // <b>, <i>
struct Anchor {
  TextTemplate href;
  Inlines content;
};                    // <a href>
struct LineBreak {};  // <br/>
struct ListItem {     // <li label="–">, in a table cell
  TextTemplate label;
  Inlines content;
};
struct InlineIf {
  Test test;
  Inlines then;
  Inlines otherwise;
};                   // <if test>…<else>…</else></if>
struct InlineEach {  // <each in="speakers" separator="; ">
  std::string query;
  std::string match;
  TextTemplate separator;
  Inlines content;
  base::SourceSpan span;
};
struct PageWord {  // <page-number/>, <page-count/>; only in running matter
  bool count = false;
};
// White space is as HTML has it within one run of words: single spaces, none at its ends or around <br/>.
// Only where an <if> or <each> prints nothing may two spaces meet, or one be left at an end: bind joins and
// drops those.
struct Inline {
  std::variant<Literal, Expression, Styled, Anchor, LineBreak, ListItem, InlineIf, InlineEach, PageWord> node;
};

// ---- tables ---------------------------------------------------------------------------------------------
struct Length {
  enum class Kind : std::uint8_t { automatic, millimetres, percent, share } kind = Kind::automatic;
  double amount = 0;
};

struct TotalRule {  // total="sum", total="count", total="ratio(fact, plan)"
  enum class Kind : std::uint8_t { none, sum, count, ratio } kind = Kind::none;
  std::string numerator, denominator;  // names of columns (name="…")
  base::SourceSpan numerator_span, denominator_span;
  base::SourceSpan span;
};

// heat="more": the more the better. Without ends they come from the data.
struct HeatRule {
  enum class Kind : std::uint8_t { none, more, less } kind = Kind::none;
  std::optional<double> low, high;
};

struct ColumnElement {
  std::string name;  // for ratio(); optional
  TextTemplate title;
  std::string group;  // header over neighbouring columns
  Length width;
  Align align = Align::inherit;
  std::string valign;  // top, middle, bottom or empty
  bool hyphenate = false;
  bool repeat = false;  // first column of a matrix in every panel
  TotalRule total;
  TextTemplate state;  // state="{timeliness}": name of a look in the theme
  HeatRule heat;
  Inlines content;  // exactly one expression and nothing else: a typed cell, displayed by its filter
  base::SourceSpan span;
};

// <columns by="directive" order="ordinal" title="{number}" fit="panels"><cell
// state="{state}">{mark}</cell></columns>
struct MatrixColumns {
  std::string by;
  std::string order;  // field; empty: first appearance
  TextTemplate title;
  Length width;
  Align align = Align::centre;
  bool panels = false;
  TextTemplate state;
  HeatRule heat;
  Inlines cell;
  base::SourceSpan span;
};

struct GroupElement {  // <group by="direction" title="{direction_name}" subtotal="Итого по направлению"/>
  std::string by;
  TextTemplate title;
  TextTemplate subtotal;  // label of the subtotal row; empty: none
  base::SourceSpan span;
};

struct TableElement {
  std::string id;     // default: the query's name, made unique
  std::string query;  // each="people"
  std::string match;  // match="item": rows whose field equals the enclosing scope's field of the same name
  std::string row;    // matrix: the field that makes rows
  TextTemplate caption;
  std::vector<ColumnElement> columns;
  std::optional<MatrixColumns> matrix;  // after the plain columns
  std::vector<GroupElement> groups;     // outermost first
  TextTemplate total_label;             // total="Всего" on the table; empty: no total row
  bool number_row = false;
  bool filter = false;
  double row_height = 0;  // millimetres, at least; 0: by what the cells hold
  std::string borders;    // grid, rows, none or empty: the theme's
  Inlines empty;          // <empty>…</empty>
  base::SourceSpan span;
};

// ---- charts ---------------------------------------------------------------------------------------------
struct SeriesElement {  // <series title="План" value="{plan | percent: 1}"/>
  std::string by;       // one series for each value of this field; the rows are points, not categories
  TextTemplate title;
  Expression value;
  base::SourceSpan span;
  base::SourceSpan value_span;
};

struct ChartElement {  // <chart each="trend" type="bars" category="{month}">
  enum class Kind : std::uint8_t { bars, stacked, lines, bullet };
  std::string id;  // as of a table
  std::string query;
  std::string match;
  Kind kind = Kind::bars;
  bool horizontal = false;
  TextTemplate title;
  TextTemplate category;
  TextTemplate category_title, value_title;
  TextTemplate alternative;
  double millimetres = 0;             // height; 0: by its content
  std::vector<SeriesElement> series;  // one when it has `by`
  Inlines empty;
  base::SourceSpan span;
};

// ---- blocks ---------------------------------------------------------------------------------------------
struct ParagraphElement {  // <p>, <h1>–<h4>, <title>
  std::string style;       // style="…" or what the element implies: body, heading1 …, title
  std::uint8_t heading = 0;
  Align align = Align::inherit;
  bool keep_with_next = false;
  TextTemplate label;  // label="{number}"
  Inlines content;
};

struct ItemElement {  // <item label="{number}" marker="{marker}">, only in an outline's <case>
  TextTemplate label;
  TextTemplate marker;  // printed when there is no label
  Inlines content;
};

struct OutlineHeading {  // <heading label="{number}"> in an outline: its level follows the row's depth
  TextTemplate label;
  Inlines content;
};

struct OutlineCase {
  std::vector<std::string> kinds;
  Elements content;
  base::SourceSpan span;
};

struct OutlineElement {  // <outline each="items" level="depth" kind="kind" match="agenda_item">
  std::string query;
  std::string level;          // field with the depth, from 0
  std::string kind = "kind";  // field that chooses the case
  std::string match;
  std::string under;  // under="h1": the heading it hangs on, title or h1–h3; empty: the last one before it
  std::vector<OutlineCase> cases;  // kind="*" is the default; a kind without a case is an error when bound
  Elements empty;
};

struct SignatureRow {
  std::string query;  // each="members": a line for each row; empty: one line
  std::string match;
  TextTemplate position;
  TextTemplate name;
};
struct SignatureElement {
  std::vector<SignatureRow> rows;
};  // <signature …/>, or <signatures> of several

struct ApprovalElement {  // <approval position="…" name="…"/>
  TextTemplate word;      // empty: УТВЕРЖДАЮ
  TextTemplate position;
  TextTemplate name;
  TextTemplate date;  // empty: room to write one
};

struct LetterheadElement {};  // <letterhead/>: the theme's

struct ImageElement {    // <image src="plan.png" alt="…"/>, <image picture="{content}" alt="{text}"/>
  std::string src;       // relative to the template's folder, and inside it; empty with `picture`
  TextTemplate picture;  // the name of one that the database holds, never a path
  base::SourceSpan src_span;
  double width = 0;  // millimetres; 0: not given
  double height = 0;
  Align align = Align::centre;
  TextTemplate alternative;
};

struct RuleElement {};  // <hr/>

struct KeepElement {  // <keep>: its blocks share a page
  Elements content;
};

struct IfElement {
  Test test;
  Elements then;
  Elements otherwise;
};

// <each in="agenda">: once a row. match: only rows whose field equals the enclosing row's field of that name.
// by: once a run of equal values; nested <each> without `in` walks the rows of the group.
struct EachElement {
  std::string query;  // empty: the rows of the enclosing group
  std::string match;
  std::string by;
  Elements content;
  Elements empty;
};

struct PageBreakElement {};
struct SpaceElement {
  double millimetres = 5;
};
struct EmptyReport {};  // <nothing-to-report/>: marks the document as empty

struct Element {
  std::variant<ParagraphElement, TableElement, OutlineElement, SignatureElement, IfElement, EachElement,
               PageBreakElement, SpaceElement, EmptyReport, ItemElement, OutlineHeading, ApprovalElement,
               LetterheadElement, ImageElement, RuleElement, KeepElement, ChartElement>
      node;
  Only only = Only::both;
  base::SourceSpan span;
};

struct RunningElement {                                     // <header>, <footer>
  enum class Pages : std::uint8_t { all, first, further };  // of the section
  bool footer = false;
  Pages pages = Pages::all;
  Align align = Align::centre;
  Inlines content;  // empty: nothing at this edge, whatever the report says
};

struct SectionElement {
  TextTemplate title;  // sheet name
  bool landscape = false;
  bool continues = false;
  bool appendix = false;
  TextTemplate label;        // «Приложение 1»
  std::optional<Test> test;  // <section if="…">
  std::vector<RunningElement> running;
  Elements content;
  base::SourceSpan span;
};

struct Template {
  std::string name;
  TextTemplate title;         // document title, may use fields of one-row queries
  std::string description;    // Russian, for `list templates`
  std::optional<Test> draft;  // true: every page says that the document is a draft
  base::SourcePtr source;
  std::vector<base::SourcePtr> imports;
  std::filesystem::path folder;  // where the file lies, for its pictures; whoever read the file sets it
  std::vector<Parameter> parameters;
  std::vector<QueryText> queries;
  std::vector<RunningElement> running;  // of the sections that have none of their own at that edge
  std::vector<SectionElement> sections;
};

// Filters the language has, with the number of arguments each takes; bind applies them.
//   date: short|long|day_month|month     number[: decimals]   percent[: decimals]   join: 'separator'
//   default: 'text'   plural: 'one','few','many' (after a number, prints «5 человек»)   upper  lower  capital
//   prefix: 'text'   suffix: 'text' (nothing when the value is missing)   period (Russian text of a period)
struct FilterRule {
  std::string_view name;
  std::uint8_t fewest;
  std::uint8_t most;
  std::string_view
      argument;  // what each argument is: "'text'", "a digit or a field", or words parted by " | "
};
const std::vector<FilterRule>& filters();

// The value of an attribute in the start tag whose name `element` is (the span that elements of the tree
// carry); `element` itself when the tag has no such attribute. For messages of later stages.
base::SourceSpan attribute_span(const base::SourceSpan& element, std::string_view attribute);

// Reads the library that <import src="…"> names. Throws base::Error when it cannot. Empty for templates that
// import nothing.
using ImportReader = std::function<base::SourcePtr(const std::string& src)>;

// Parses and checks everything that needs no database. Collects all mistakes; with errors the tree is only
// good for further messages. Strict XML (expat), no DOCTYPE, bounded depth and size. Parts of libraries are
// put in where they are inserted.
Template parse_template(const base::SourcePtr& source, const ImportReader& import,
                        base::Diagnostics& diagnostics);

// The tree as text, for `dump` and golden tests.
std::string dump(const Template& report);

}  // namespace svodka::templates
