package org.towercrier.capacity.exchange.internal.in;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of managed objects, as distinguished names or as the addresses of TS 32.158. */
final class DistinguishedNames {

    private DistinguishedNames() {
    }

    /** Whether a text names an object, as a distinguished name or with one in its path. */
    static boolean isName(String text) {
        return text.contains("=");
    }

    /**
     * The distinguished name in an address: {@code https://host/root/ProvMnS/v1/SubNetwork=1/ManagedElement=2} is
     * {@code SubNetwork=1,ManagedElement=2}. What is no such address stays as it is.
     */
    static String ofUri(String text) {
        if (!text.contains("/") || !isName(text)) {
            return text;
        }
        String path = text.replaceFirst("[?#].*$", "");
        return Arrays.stream(path.split("/")).filter(part -> part.contains("=")).collect(Collectors.joining(","));
    }
}
