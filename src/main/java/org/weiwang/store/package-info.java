/** The database: nothing else knows JDBC. */
package org.weiwang.store;
