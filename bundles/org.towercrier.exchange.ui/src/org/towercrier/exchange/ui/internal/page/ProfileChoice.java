package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;

import org.towercrier.exchange.profile.ImportProfile;

/** Which mapping the user wants. */
public sealed interface ProfileChoice {

    /** The content decides. */
    record Automatic() implements ProfileChoice {
    }

    /** One that came with the product. */
    record Shipped(ImportProfile profile) implements ProfileChoice {
    }

    /** One of the user's own. */
    record Own(Path file) implements ProfileChoice {
    }
}
