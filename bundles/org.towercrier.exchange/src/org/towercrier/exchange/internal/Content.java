package org.towercrier.exchange.internal;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from the beginning as often as needed. */
@FunctionalInterface
interface Content {

    InputStream open() throws IOException;
}
