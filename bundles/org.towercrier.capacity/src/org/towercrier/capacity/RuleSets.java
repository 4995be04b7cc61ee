package org.towercrier.capacity;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;

/**
 * The rule sets of the open workspace: the shipped presets and those saved as documents. A document of a preset's name
 * takes its place. The set that raises alarms is kept apart: a change of its document raises alarms when it is activated again.
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
     * @param pending whether it was changed since it was activated: what raises alarms is its state of then
     * @param version version of the document, 0 for an unedited preset
     */
    record Info(String name, String label, boolean preset, boolean active, boolean pending, long version) {
    }

    /** All rule sets, ordered by name. */
    List<Info> list() throws StoreException;

    /** A rule set of the caller's own by its name: the document, or else the preset. */
    Optional<RuleSet> find(String name) throws StoreException;

    /** The shipped presets as they were shipped, objects of the caller's own. */
    List<RuleSet> presets();

    /** The set that raises alarms: the one activated last, as it was then, or else {@link #DEFAULT_PRESET} as shipped. */
    RuleSet active() throws StoreException;

    /**
     * Makes the saved state of a set the one that raises alarms, and logs that.
     *
     * @param user           who does it
     * @param skipSimulation whether it may be done without anybody having seen in the simulator what this content does, which is
     *                       logged
     * @throws NotSimulatedException nobody has seen it, and that was not to be skipped
     * @throws RuleSetException      there is no such set, or it has errors
     */
    void activate(String name, String user, boolean skipSimulation) throws StoreException, RuleSetException;

    /** Who last saw in the simulator what a set of this content does, and when; empty when nobody has. */
    Optional<RuleLogStep> seen(RuleSet ruleSet) throws StoreException;

    /** What was simulated and activated, newest first. */
    List<RuleLogStep> log() throws StoreException;

    /** SHA-256 of what a set does: its name, rules and overrides, not of what it is called. */
    String digest(RuleSet ruleSet);

    /**
     * The rules as they apply to a cell, each value with its origin. They are resolved anew from the topology as it is stored.
     *
     * @param cell   identity of the cell, or name of a measured object that no cell has adopted
     * @param locale language of the labels
     * @return empty when nothing is measured under that name
     */
    Optional<EffectiveRules> effective(RuleSet ruleSet, String cell, Locale locale) throws StoreException;

    /**
     * Saves a set as document.
     *
     * @param expectedVersion the version it is based on, 0 for a new one or a preset
     * @return the version saved
     * @throws RuleSetException it has errors
     */
    long save(RuleSet ruleSet, long expectedVersion) throws StoreException, RuleSetException;

    /**
     * Reads a rule set from a file: YAML as {@link #write} makes it, or XMI.
     *
     * @throws RuleSetException with file, line and reason of everything that is wrong in it
     */
    RuleSet read(Path file) throws RuleSetException;

    /** Writes a rule set to a file as {@link #text}. */
    void write(RuleSet ruleSet, Path file) throws RuleSetException;

    /** A rule set as YAML: one value a line, always in the same order, with units and labels. */
    String text(RuleSet ruleSet);

    /**
     * Reads what {@link #text} wrote.
     *
     * @param file name of the file, for messages
     * @throws RuleSetException with file, line and reason of everything that is wrong in it
     */
    RuleSet parse(String file, String text) throws RuleSetException;

    /** What is wrong with a set; empty when it can be used. */
    List<RuleProblem> validate(RuleSet ruleSet, Locale locale);
}
