package org.towercrier.ui.view;

import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.kit.UiMessages;

/** Says of failures what happened and what to do. */
public final class Troubles {

    private Troubles() {
    }

    /** What a view says about a failure, in the language of the messages. */
    public static Trouble of(Throwable failure, UiMessages messages) {
        return switch (failure) {
            case ExplainedException explained -> explained.trouble();
            case StoreException store -> Trouble.of(store.what(messages.numbers().locale()),
                    store.remedy(messages.numbers().locale()), store);
            default -> Trouble.of(failure, messages);
        };
    }
}
