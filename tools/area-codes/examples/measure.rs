//! Prints what the list costs: time to load, memory, time to search.
//!
//! `cargo run --release -p area-codes --example measure`

use area_codes::Codes;
use std::time::Instant;

fn main() {
    let before = resident_kb();
    let start = Instant::now();
    let codes = Codes::official();
    println!("load {:?}, {} KB", start.elapsed(), resident_kb() - before);
    let start = Instant::now();
    codes.search("lombok utara", 10);
    println!("first search {:?}, {} KB in all", start.elapsed(), resident_kb() - before);
    for text in
        ["l", "lom", "tanjung", "utara", "an", "gangga, lombok utara", "desa suka, ntb", "qqqqqqq"]
    {
        let start = Instant::now();
        let runs = 100;
        for _ in 0..runs {
            std::hint::black_box(codes.search(std::hint::black_box(text), 20));
        }
        println!("{:>9.1?} {text:?}", start.elapsed() / runs);
        for area in codes.search(text, 4) {
            println!("          {area:?}");
        }
    }
}

/// Memory of this process that is in RAM; 0 where there is no /proc.
fn resident_kb() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}
