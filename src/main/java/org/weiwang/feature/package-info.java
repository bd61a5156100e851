/** What the features of a layer are like, whatever writes, filters or draws them. */
package org.weiwang.feature;
