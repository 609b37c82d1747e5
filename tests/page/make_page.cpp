// make_page FOLDER: writes index.html beside the run.json of the folder, as svodka batch does at the end of a
// run.
#include <filesystem>
#include <iostream>

#include "overview/index_page.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try {
    const svodka::ledger::FolderPaths paths{arguments[1]};
    std::filesystem::create_directories(paths.state());
    svodka::overview::write_index_page(paths);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
