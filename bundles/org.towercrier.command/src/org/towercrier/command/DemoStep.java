package org.towercrier.command;

import java.util.Map;

/**
 * A part of the demonstration that an area brings, offered as a service: it runs on the sample city after its alarms were detected. Like a command it
 * asks the context for what it needs of the workspace.
 */
public interface DemoStep {

    /** Under which its figures are in the JSON document. */
    String id();

    /** Its place: those with a lower number run before. */
    int order();

    /**
     * Runs it and prints what there is to say.
     *
     * @return figures for the JSON document
     * @throws Exception as a command does
     */
    Map<String, Object> run(CommandContext context) throws Exception;
}
