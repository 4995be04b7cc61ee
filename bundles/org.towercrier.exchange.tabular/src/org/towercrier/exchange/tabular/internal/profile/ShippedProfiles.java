package org.towercrier.exchange.tabular.internal.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Signature;
import org.towercrier.exchange.tabular.internal.table.Headers;

/** The profiles that come with the product. */
public final class ShippedProfiles {

    private static final String FOLDER = "/profiles/";
    /** Below this part of its columns a table is not near at all. */
    private static final double ENOUGH = 0.24;

    private final List<ImportProfile> profiles;

    private ShippedProfiles(List<ImportProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** Reads them. @throws IllegalStateException when one of them is broken: the product is */
    public static ShippedProfiles load() {
        List<ImportProfile> profiles = new ArrayList<>();
        try {
            for (String name : names()) {
                try (Reader reader = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
                    profiles.add(ProfileReader.read(name, reader));
                }
            }
        } catch (IOException | ImportRefusedException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return new ShippedProfiles(profiles);
    }

    private static List<String> names() throws IOException {
        try (BufferedReader index = new BufferedReader(new InputStreamReader(open("index.txt"), StandardCharsets.UTF_8))) {
            return index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = ShippedProfiles.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException(name);
        }
        return in;
    }

    public List<ImportProfile> all() {
        return profiles;
    }

    /** The profile whose signature the columns of a file carry; of several the one that asks for most. */
    public Optional<ImportProfile> matching(List<String> header, String fileName) {
        Set<String> keys = header.stream().map(Headers::key).collect(Collectors.toSet());
        Optional<ImportProfile> best = Optional.empty();
        int most = 0;
        for (ImportProfile profile : profiles) {
            int size = profile.recognise().filter(signature -> fits(signature, keys, fileName)).map(signature -> signature.headers().size())
                    .orElse(0);
            if (size > most) {
                most = size;
                best = Optional.of(profile);
            }
        }
        return best;
    }

    /**
     * A profile that comes near.
     *
     * @param missing columns that its signature has beside those that are there
     */
    public record Near(ImportProfile profile, List<String> missing) {

        public Near {
            missing = List.copyOf(missing);
        }
    }

    /** The profile whose signature has the largest part of its columns here; empty when less than a quarter of any is. */
    public Optional<Near> nearest(List<String> header) {
        Set<String> keys = header.stream().map(Headers::key).collect(Collectors.toSet());
        Optional<Near> best = Optional.empty();
        double largest = ENOUGH;
        for (ImportProfile profile : profiles) {
            List<String> wanted = profile.recognise().map(Signature::headers).orElse(List.of());
            List<String> missing = wanted.stream().filter(each -> !keys.contains(Headers.key(each))).toList();
            double part = wanted.isEmpty() ? 0 : 1 - missing.size() / (double) wanted.size();
            if (part > largest) {
                largest = part;
                best = Optional.of(new Near(profile, missing));
            }
        }
        return best;
    }

    private static boolean fits(Signature signature, Set<String> keys, String fileName) {
        return signature.headers().stream().allMatch(header -> keys.contains(Headers.key(header)))
                && (signature.fileName().isEmpty() || Pattern.compile(signature.fileName()).matcher(fileName).find());
    }
}
