/** Benchmarks: each measures the program beside a peer, in one run. */
package org.weiwang.bench;
