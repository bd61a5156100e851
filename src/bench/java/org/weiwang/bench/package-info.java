/** Benchmarks: each measures the program in one run, most of them beside a peer. */
package org.weiwang.bench;
