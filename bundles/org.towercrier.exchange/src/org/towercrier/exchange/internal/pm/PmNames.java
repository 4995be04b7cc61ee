package org.towercrier.exchange.internal.pm;

/** Names of measured objects. */
final class PmNames {

    private PmNames() {
    }

    /**
     * Distinguished name of a measured object from the name of its managed element and its own (TS 32.435: the latter is relative to the former, but makers
     * repeat the element in it, wholly or in part).
     */
    static String object(String element, String object) {
        if (object.isEmpty() || object.equals(element)) {
            return element;
        }
        if (element.isEmpty() || object.startsWith(element + ",")) {
            return object;
        }
        String overlap = element.substring(element.lastIndexOf(',') + 1);
        if (overlap.indexOf('=') > 0 && (object.equals(overlap) || object.startsWith(overlap + ","))) {
            return element + object.substring(overlap.length());
        }
        return namesElement(object) ? object : element + "," + object;
    }

    private static boolean namesElement(String object) {
        return object.startsWith("ManagedElement=") || object.startsWith("SubNetwork=") || object.startsWith("MeContext=")
                || object.startsWith("DC=")
                || object.contains(",ManagedElement=");
    }
}
