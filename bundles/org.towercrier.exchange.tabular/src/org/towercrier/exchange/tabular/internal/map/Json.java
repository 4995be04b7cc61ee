package org.towercrier.exchange.tabular.internal.map;

import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes the columns that have no feature as a JSON object of texts. A value that is JSON itself, a geometry for instance, stays JSON. */
final class Json {

    private Json() {
    }

    static String object(Map<String, String> values) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(entry.getKey(), out);
            out.append(':');
            if (entry.getKey().startsWith("@") && entry.getValue().startsWith("{")) {
                out.append(entry.getValue());
            } else {
                quote(entry.getValue(), out);
            }
        }
        return out.append('}').toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
