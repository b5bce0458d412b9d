#ifndef CICU_ALIGNED_TEXT_HPP
#define CICU_ALIGNED_TEXT_HPP

#include "include/CICU.h"

#include <string>
#include <vector>

struct cicu_text {
    std::string bytes;
    std::vector<cicu_cells> cells;
    size_t replaced = 0;

    /// Adds one cell, to the last entry where it has the same shape.
    void appendCell(uint32_t outputLength, uint32_t sourceLength) {
        if (!cells.empty()) {
            cicu_cells &last = cells.back();
            if (!last.is_copy && last.output_length == outputLength && last.source_length == sourceLength) {
                last.count += 1;
                return;
            }
        }
        cells.push_back({1, outputLength, sourceLength, false});
    }

    void appendCopy(uint32_t length) {
        if (length > 0) cells.push_back({1, length, length, true});
    }
};

#endif
