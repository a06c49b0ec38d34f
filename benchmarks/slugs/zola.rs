// Reads one text a line, prints what the crate slug makes of each.
use std::io::{stdin, BufRead};

fn main() {
    for line in stdin().lock().lines() {
        println!("{}", slug::slugify(line.unwrap()));
    }
}
