/** The only place that puts components together, and their life from start to stop. No branches. */
package org.weiwang.app;
