package org.towercrier.capacity;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;

/**
 * The rule sets of the open workspace: the shipped presets and those saved as documents. A document of a preset's name
 * takes its place.
 */
public interface RuleSets {

    /** Kind of the documents. */
    String KIND = "rules";

    /** Name of the preset that is active until another set is. */
    String DEFAULT_PRESET = "china-mobile-td-lte";

    /**
     * A rule set that can be had.
     *
     * @param name    its unique name
     * @param label   its name for people
     * @param preset  whether it is a shipped preset that nobody has edited
     * @param active  whether it raises alarms
     * @param version version of the document, 0 for an unedited preset
     */
    record Info(String name, String label, boolean preset, boolean active, long version) {
    }

    /** All rule sets, ordered by name. */
    List<Info> list() throws StoreException;

    /** A rule set of the caller's own by its name: the document, or else the preset. */
    Optional<RuleSet> find(String name) throws StoreException;

    /** The shipped presets as they were shipped, objects of the caller's own. */
    List<RuleSet> presets();

    /** The set that raises alarms: the active document, or else {@link #DEFAULT_PRESET}. */
    RuleSet active() throws StoreException;

    /** Makes a set the one that raises alarms; a preset becomes a document by it. */
    void activate(String name) throws StoreException, RuleSetException;

    /**
     * Saves a set as document.
     *
     * @param expectedVersion the version it is based on, 0 for a new one or a preset
     * @return the version saved
     * @throws RuleSetException it has errors
     */
    long save(RuleSet ruleSet, long expectedVersion) throws StoreException, RuleSetException;

    /** Reads a rule set from a file as {@link #write} makes them. */
    RuleSet read(Path file) throws RuleSetException;

    /** Writes a rule set to a file: readable text, XMI. */
    void write(RuleSet ruleSet, Path file) throws RuleSetException;

    /** What is wrong with a set; empty when it can be used. */
    List<RuleProblem> validate(RuleSet ruleSet, Locale locale);
}
