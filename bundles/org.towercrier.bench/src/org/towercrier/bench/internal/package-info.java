/** The command {@code bench}: runs each contributed case in a process of its own and compares it with its goal. */
package org.towercrier.bench.internal;
