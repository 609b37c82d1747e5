# svodka_room(<name> SOURCES <file>... [ROOMS <room>...] [PRIVATE <library>...])
# One static library for each folder of src. ROOMS are the rooms it may include; PRIVATE are third-party
# libraries, whose headers appear in this room's .cpp files only.
function(svodka_room name)
  cmake_parse_arguments(arg "" "" "SOURCES;ROOMS;PRIVATE" ${ARGN})
  add_library(svodka_${name} STATIC ${arg_SOURCES})
  target_include_directories(svodka_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(room ${arg_ROOMS})
    target_link_libraries(svodka_${name} PUBLIC svodka_${room})
  endforeach()
  target_link_libraries(svodka_${name} PRIVATE fmt::fmt ${arg_PRIVATE})
endfunction()

# svodka_test(<room> SOURCES <file>... [ROOMS <room>...] [PRIVATE <library>...])
# One test program for each room; ROOMS are further rooms it links.
function(svodka_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;ROOMS;PRIVATE" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  target_link_libraries(test_${name} PRIVATE svodka_${name} svodka_test_support fmt::fmt ${arg_PRIVATE})
  foreach(room ${arg_ROOMS})
    target_link_libraries(test_${name} PRIVATE svodka_${room})
  endforeach()
  add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()
