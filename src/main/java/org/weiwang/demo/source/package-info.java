/** The real part of a demo county: its outline, towns, communities and published counts. */
package org.weiwang.demo.source;
