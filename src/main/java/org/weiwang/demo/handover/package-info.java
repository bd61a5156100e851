/** The files of a demo county, as a county bureau would hand them over. */
package org.weiwang.demo.handover;
