#include "base/files.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>

#include "base/error.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("a written file has exactly the bytes and replaces the former one") {
  const support::TemporaryFolder folder;
  const auto path = folder.path() / "отчёт.txt";
  base::write_file(path, "первый");
  base::write_file(path, "второй\n");
  CHECK(base::read_file(path) == "второй\n");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that is not committed leaves nothing and keeps the former one") {
  const support::TemporaryFolder folder;
  const auto path = folder.path() / "a.txt";
  base::write_file(path, "old");
  {
    base::OutputFile file(path);
    file.write("half");
    CHECK(files_in(folder.path()) == 2);
  }
  CHECK(base::read_file(path) == "old");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that cannot be written is an error that names path and reason") {
  const support::TemporaryFolder folder;
  CHECK_THROWS_WITH(
      base::write_file(folder.path() / "none" / "a.txt", "x"),
      "cannot write " + (folder.path() / "none" / "a.txt").string() + ": No such file or directory");
}

TEST_CASE("a missing file and a folder are errors that name path and reason") {
  const support::TemporaryFolder folder;
  CHECK_THROWS_WITH(base::read_file(folder.path() / "none"),
                    "cannot read " + (folder.path() / "none").string() + ": No such file or directory");
  CHECK_THROWS_WITH(base::read_file(folder.path()),
                    "cannot read " + folder.path().string() + ": Is a directory");
}

TEST_CASE("a file over the limit is refused") {
  const support::TemporaryFolder folder;
  base::write_file(folder.path() / "a", std::string(100, 'x'));
  CHECK_THROWS_AS(base::read_file(folder.path() / "a", 99), base::Error);
  CHECK(base::read_file(folder.path() / "a", 100).size() == 100);
}

TEST_CASE("a write past the file size limit is an error and leaves no file") {
  const support::TemporaryFolder folder;
  struct rlimit former {};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &former) == 0);
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit small { 1000, former.rlim_max };
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto write = [&] { base::write_file(folder.path() / "a", std::string(100'000, 'x')); };
  CHECK_THROWS_WITH(write(), "cannot write " + (folder.path() / "a").string() + ": File too large");
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &former) == 0);
  ::signal(SIGXFSZ, handler);
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a written file obeys the umask") {
  const support::TemporaryFolder folder;
  const auto former = ::umask(027);
  base::write_file(folder.path() / "a", "x");
  ::umask(former);
  struct stat status {};
  REQUIRE(::stat((folder.path() / "a").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}
