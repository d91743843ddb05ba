# Loads the tables of `coverage diff … --format csv -o TABLES` with R alone: who omits what, who quotes whom.
#
# usage: Rscript load_tables.R TABLES

folder <- commandArgs(trailingOnly = TRUE)[1]
load <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "", encoding = "UTF-8")

# Who omits what: the three most salient facts each.
cells <- merge(load("cells"), load("facts")[c("fact", "rank", "statement")], by = "fact")
omitted <- subset(cells[order(cells$rank), ], state == "absent")
for (outlet in unique(omitted$outlet)) print(head(omitted[omitted$outlet == outlet, c("outlet", "fact", "statement")], 3))

# Who quotes whom.
named <- subset(load("quotes"), kind == "direct" & !is.na(speaker))
print(head(sort(table(paste(named$outlet, named$speaker, sep = ": ")), decreasing = TRUE), 10))
