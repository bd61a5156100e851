/** The one place that puts the components together, and their life from start to stop. */
package org.weiwang.app;
