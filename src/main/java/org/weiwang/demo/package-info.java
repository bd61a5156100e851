/** The generator of demo counties: real names and codes, synthetic geometry. */
package org.weiwang.demo;
