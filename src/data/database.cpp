#include "data/database.hpp"

#include "data/queries/prepare.hpp"
#include "data/queries/query_impl.hpp"
#include "data/sqlite/connection.hpp"

namespace svodka::data {

struct Database::Impl {
  std::shared_ptr<Connection> connection;
};

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open(const std::filesystem::path& path, const Catalogue& catalogue, Date as_of,
                        const Limits& limits) {
  auto connection = std::make_shared<Connection>(path.string(), catalogue, as_of, limits);
  connection->open_file(path);
  return Database(std::make_unique<Impl>(Impl{std::move(connection)}));
}

Database Database::open_unchanging(const std::filesystem::path& path, const Catalogue& catalogue, Date as_of,
                                   const Limits& limits) {
  auto connection = std::make_shared<Connection>(path.string(), catalogue, as_of, limits);
  connection->open_unchanging_file(path);
  return Database(std::make_unique<Impl>(Impl{std::move(connection)}));
}

Database Database::in_memory(const std::string& schema_sql, const Catalogue& catalogue, Date as_of) {
  auto connection = std::make_shared<Connection>(":memory:", catalogue, as_of, Limits{});
  connection->open_memory(schema_sql);
  return Database(std::make_unique<Impl>(Impl{std::move(connection)}));
}

std::unique_ptr<Query> Database::prepare(std::string_view name, const base::ComposedText& sql,
                                         const std::vector<DeclaredColumn>& declared,
                                         base::Diagnostics& diagnostics, ValueType otherwise) {
  const auto errors = diagnostics.error_count();
  Preparation preparation(*impl_->connection, sql, diagnostics);
  auto query = std::make_unique<Query::Impl>();
  query->name = name;
  query->connection = impl_->connection;
  query->statement = preparation.compile(query->name);
  if (!query->statement) return nullptr;
  query->parameters = preparation.parameters(query->statement.get());
  query->columns = preparation.columns(query->statement.get(), declared, otherwise);
  if (diagnostics.error_count() > errors) return nullptr;
  return std::unique_ptr<Query>(new Query(std::move(query)));
}

namespace {

// Pictures are longer than any other value may be.
class LongerValues {
 public:
  explicit LongerValues(sqlite3* handle)
      : handle_(handle), before_(sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestPicture)) {}
  ~LongerValues() { sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, before_); }
  LongerValues(const LongerValues&) = delete;
  LongerValues& operator=(const LongerValues&) = delete;

 private:
  static constexpr int kLongestPicture = 6 << 20;  // bytes of a row
  sqlite3* handle_;
  int before_;
};

}  // namespace

std::optional<std::string> Database::picture(const std::string& name) const {
  auto& connection = *impl_->connection;
  const LongerValues longer(connection.handle());
  sqlite3_stmt* made = nullptr;
  int code = sqlite3_prepare_v2(connection.handle(), "SELECT content FROM pictures WHERE name = ?1", -1,
                                &made, nullptr);
  const StatementPtr statement(made);
  if (code == SQLITE_OK) {
    code = sqlite3_bind_text64(made, 1, name.data(), name.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  if (code != SQLITE_OK) connection.fail(code);
  code = sqlite3_step(made);
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) connection.fail(code);
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(made, 0));
  return std::string(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(made, 0)));
}

Date Database::as_of() const { return impl_->connection->as_of(); }

}  // namespace svodka::data
