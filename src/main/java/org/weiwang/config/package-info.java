/** The settings, checked all at once before anything starts. */
package org.weiwang.config;
