#pragma once
// PoDoFo 0.9.8, for objects.cpp only: moving to another version touches that file.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#include <podofo/podofo.h>
#pragma GCC diagnostic pop
