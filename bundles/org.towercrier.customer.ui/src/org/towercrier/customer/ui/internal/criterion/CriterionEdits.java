package org.towercrier.customer.ui.internal.criterion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.customer.Criterion;

/**
 * Edits of a tree of criteria. Each makes a new tree and leaves the old one as it was, so that undo is to take the old one again; parts are named by their path, the
 * positions from the root down.
 */
final class CriterionEdits {

    /** An edited tree. @param root absent for everyone @param path of the part to be selected */
    record Edited(Optional<Criterion> root, List<Integer> path) {
    }

    private CriterionEdits() {
    }

    /** The part of a path. */
    static Optional<Criterion> at(Optional<Criterion> root, List<Integer> path) {
        Optional<Criterion> found = root;
        for (int position : path) {
            found = found.flatMap(Groups::parts).filter(parts -> position < parts.size()).map(parts -> parts.get(position));
        }
        return found;
    }

    /** The path of a part. */
    static Optional<List<Integer>> path(Optional<Criterion> root, Criterion part) {
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (root.get() == part) {
            return Optional.of(List.of());
        }
        List<Criterion> parts = Groups.parts(root.get()).orElse(List.of());
        for (int i = 0; i < parts.size(); i++) {
            Optional<List<Integer>> below = path(Optional.of(parts.get(i)), part);
            if (below.isPresent()) {
                List<Integer> path = new ArrayList<>(List.of(i));
                path.addAll(below.get());
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Adds a part: into the group of a path, or behind the part of the path; a single comparison becomes one of two that are all asked for. */
    static Edited add(Optional<Criterion> root, List<Integer> path, Criterion added) {
        if (root.isEmpty()) {
            return new Edited(Optional.of(added), List.of());
        }
        Criterion copy = EcoreUtil.copy(root.get());
        Criterion whole = Groups.parts(copy).isPresent() ? copy : Groups.of(Groups.Kind.ALL, List.of(copy));
        List<Integer> wanted = Groups.parts(copy).isPresent() ? path : List.of(0);
        Criterion target = at(Optional.of(whole), wanted).orElse(whole);
        if (Groups.parts(target).isPresent()) {
            List<Criterion> parts = Groups.parts(target).get();
            parts.add(added);
            return new Edited(Optional.of(whole), child(wanted, parts.size() - 1));
        }
        List<Integer> parent = wanted.subList(0, wanted.size() - 1);
        int behind = wanted.getLast() + 1;
        Groups.parts(at(Optional.of(whole), parent).orElseThrow()).orElseThrow().add(behind, added);
        return new Edited(Optional.of(whole), child(parent, behind));
    }

    /** Takes a part away; its neighbour is selected then. */
    static Edited remove(Optional<Criterion> root, List<Integer> path) {
        if (path.isEmpty() || root.isEmpty()) {
            return new Edited(Optional.empty(), List.of());
        }
        Criterion whole = EcoreUtil.copy(root.get());
        List<Integer> parent = path.subList(0, path.size() - 1);
        List<Criterion> parts = Groups.parts(at(Optional.of(whole), parent).orElseThrow()).orElseThrow();
        parts.remove((int) path.getLast());
        return new Edited(Optional.of(whole), parts.isEmpty() ? parent : child(parent, Math.min(path.getLast(), parts.size() - 1)));
    }

    /** Puts another part in place of one. */
    static Edited replace(Optional<Criterion> root, List<Integer> path, Criterion other) {
        if (path.isEmpty() || root.isEmpty()) {
            return new Edited(Optional.of(other), List.of());
        }
        Criterion whole = EcoreUtil.copy(root.get());
        List<Integer> parent = path.subList(0, path.size() - 1);
        Groups.parts(at(Optional.of(whole), parent).orElseThrow()).orElseThrow().set(path.getLast(), other);
        return new Edited(Optional.of(whole), path);
    }

    /** Makes a group of a part, which can then be put together with others in another way. */
    static Edited wrap(Optional<Criterion> root, List<Integer> path, Groups.Kind kind) {
        Criterion part = at(root, path).orElseThrow();
        return replace(root, path, Groups.of(kind, List.of(part)));
    }

    /** Puts the parts of a group together in another way. */
    static Edited turn(Optional<Criterion> root, List<Integer> path, Groups.Kind kind) {
        Criterion group = at(root, path).orElseThrow();
        return replace(root, path, Groups.of(kind, Groups.parts(group).orElseThrow()));
    }

    /** Moves a part among its neighbours, −1 up and 1 down; at the end of a group it leaves the group. Absent where there is no way. */
    static Optional<Edited> shift(Optional<Criterion> root, List<Integer> path, int by) {
        if (path.isEmpty() || root.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> parent = path.subList(0, path.size() - 1);
        int size = Groups.parts(at(root, parent).orElseThrow()).orElseThrow().size();
        int to = path.getLast() + by;
        if (to >= 0 && to < size) {
            return move(root, path, parent, to);
        }
        return parent.isEmpty() ? Optional.empty()
                : move(root, path, parent.subList(0, parent.size() - 1), by < 0 ? parent.getLast() : parent.getLast() + 1);
    }

    /**
     * Moves a part into a group.
     *
     * @param group path of the group before the move
     * @param position where it is to stand in the group once it has left its old place
     * @return absent when the group lies in the part itself
     */
    static Optional<Edited> move(Optional<Criterion> root, List<Integer> path, List<Integer> group, int position) {
        if (path.isEmpty() || group.size() >= path.size() && group.subList(0, path.size()).equals(path)) {
            return Optional.empty();
        }
        Criterion whole = EcoreUtil.copy(root.orElseThrow());
        Criterion part = at(Optional.of(whole), path).orElseThrow();
        Criterion target = at(Optional.of(whole), group).orElseThrow();
        List<Criterion> parts = Groups.parts(target).orElseThrow();
        EcoreUtil.remove(part);
        parts.add(Math.clamp(position, 0, parts.size()), part);
        return Optional.of(new Edited(Optional.of(whole), path(Optional.of(whole), part).orElseThrow()));
    }

    private static List<Integer> child(List<Integer> parent, int position) {
        List<Integer> path = new ArrayList<>(parent);
        path.add(position);
        return List.copyOf(path);
    }
}
