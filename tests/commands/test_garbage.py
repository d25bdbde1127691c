"""A command collects no cycles meanwhile, and what it has made is not searched when it is done."""

import gc

from guifan.commands._garbage import kept


def test_nothing_is_collected_meanwhile_and_again_afterwards() -> None:
    assert gc.isenabled()
    with kept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_meanwhile_counts_as_old_and_not_as_out_of_reach() -> None:
    frozen = gc.get_freeze_count()
    with kept():
        made = [object, []]
    assert not any(one is made for young in (0, 1) for one in gc.get_objects(young))
    assert any(one is made for one in gc.get_objects(2))
    assert gc.get_freeze_count() == frozen


def test_who_collects_nothing_still_collects_nothing_afterwards() -> None:
    gc.disable()
    try:
        with kept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
