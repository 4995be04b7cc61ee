package org.towercrier.command.verify;

import java.util.List;
import java.util.Map;

/** Verifies something that a workspace keeps, contributed as a service of the workspace; {@code verify NAME} runs it. */
public interface WorkspaceVerification {

    /** What it is called on the command line. */
    String name();

    /**
     * Verifies.
     *
     * @throws Exception when it cannot be read; the message is for the user
     */
    Outcome verify() throws Exception;

    /**
     * What came out.
     *
     * @param ok is all as it should be?
     * @param sentences for people, in their language
     * @param details for scripts, beside {@code ok}
     */
    record Outcome(boolean ok, List<String> sentences, Map<String, Object> details) {

        public Outcome {
            sentences = List.copyOf(sentences);
            details = Map.copyOf(details);
        }
    }
}
