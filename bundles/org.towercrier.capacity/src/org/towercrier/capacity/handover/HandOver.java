package org.towercrier.capacity.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.StoreException;

/** The hand-over notes of the open workspace. A note is a document: what it says can be amended, and every version is kept. */
public interface HandOver {

    /**
     * A note.
     *
     * @param name    its name, unique
     * @param author  who wrote it
     * @param written when
     * @param shift   the shift it is written for, may be empty
     * @param text    what the next shift must know
     * @param alarms  the alarms that were open then, worst first, a thousand at most
     * @param version version of the document
     */
    record Note(String name, String author, Instant written, String shift, String text, List<OpenAlarm> alarms, long version) {
        public Note {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(written, "written");
            Objects.requireNonNull(shift, "shift");
            Objects.requireNonNull(text, "text");
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * An alarm as it was when a note was written.
     *
     * @param alarm          its id
     * @param cell           cell or object
     * @param severity       its severity then
     * @param problem        what was wrong
     * @param raised         when it was raised
     * @param acknowledgedBy who had acknowledged it
     * @param assignedTo     who worked on it
     */
    record OpenAlarm(String alarm, String cell, PerceivedSeverity severity, String problem, Instant raised,
            Optional<String> acknowledgedBy, Optional<String> assignedTo) {
    }

    /**
     * What a note said from a time on.
     *
     * @param number 1 for what was written at first
     * @param saved  when it was saved
     * @param user   who saved it
     * @param text   what it said
     */
    record Version(long number, Instant saved, String user, String text) {
    }

    /** All notes, newest first. */
    List<Note> notes() throws StoreException;

    /** One note. */
    Optional<Note> find(String name) throws StoreException;

    /**
     * Writes a note with the alarms that are open now, of very many the worst thousand.
     *
     * @param text what the next shift must know, not blank
     */
    Note write(String author, String shift, String text) throws StoreException;

    /**
     * Amends the text of a note; its author, time and alarms stay.
     *
     * @param note the note as it was read
     * @throws StoreException when somebody else amended it meanwhile
     */
    Note amend(Note note, String text) throws StoreException;

    /** What a note said, newest first; the store keeps who amended it and when. */
    List<Version> versions(String name) throws StoreException;
}
