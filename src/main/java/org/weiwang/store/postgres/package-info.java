/** PostgreSQL servers: how to reach one, and running one of our own from the installed binaries. */
package org.weiwang.store.postgres;
