//! Which beds there are, and what the page calls each. Those said to be read were, while drafting was made; those whose
//! folder's name has `held` only measure what that is worth.

/// A bed: its folder, what the page calls it, its documents, whether it was read while drafting was made.
pub(crate) struct Bed {
    pub(crate) folder: &'static str,
    pub(crate) label: &'static str,
    pub(crate) documents: usize,
    pub(crate) read: bool,
}

/// All beds.
pub(crate) const BEDS: [Bed; 40] = [
    Bed {
        folder: "draft_bed",
        label: "strike (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_market",
        label: "market (10), read",
        documents: 10,
        read: true,
    },
    Bed {
        folder: "draft_bed_leader",
        label: "leader (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_insurgent",
        label: "insurgent (18), read",
        documents: 18,
        read: true,
    },
    Bed {
        folder: "draft_bed_hospital",
        label: "hospital (12), read",
        documents: 12,
        read: true,
    },
    Bed {
        folder: "draft_bed_sahel",
        label: "sahel (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_school",
        label: "school (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_drone",
        label: "drone (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_wedding",
        label: "wedding (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_garrison",
        label: "garrison (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_rumour",
        label: "rumour (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_abducted",
        label: "abducted (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_truce",
        label: "truce (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_premier",
        label: "premier (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_mutiny",
        label: "mutiny (14), read",
        documents: 14,
        read: true,
    },
    Bed {
        folder: "draft_bed_preacher",
        label: "preacher (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_airport",
        label: "airport (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_captives",
        label: "captives (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_resignation",
        label: "resignation (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_exile",
        label: "exile (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_airstrike",
        label: "airstrike (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_fieldman",
        label: "fieldman (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_journalist",
        label: "journalist (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_ruler",
        label: "ruler (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_chief",
        label: "chief (30), read",
        documents: 30,
        read: true,
    },
    Bed {
        folder: "draft_bed_patient",
        label: "patient (30), read",
        documents: 30,
        read: true,
    },
    Bed {
        folder: "draft_bed_inmate",
        label: "inmate (30), read",
        documents: 30,
        read: true,
    },
    Bed {
        folder: "draft_bed_aidworkers",
        label: "aidworkers (30), read",
        documents: 30,
        read: true,
    },
    Bed {
        folder: "draft_bed_general",
        label: "general (30), read",
        documents: 30,
        read: true,
    },
    Bed {
        folder: "draft_bed_commander",
        label: "commander (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_blast",
        label: "blast (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_emir",
        label: "emir (16), read",
        documents: 16,
        read: true,
    },
    Bed {
        folder: "draft_bed_raid",
        label: "raid (20), read",
        documents: 20,
        read: true,
    },
    Bed {
        folder: "draft_bed_held_detained",
        label: "unseen detained (20)",
        documents: 20,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_prisoner",
        label: "unseen prisoner (16)",
        documents: 16,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_hostages",
        label: "unseen hostages (16)",
        documents: 16,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_founder",
        label: "unseen founder (30)",
        documents: 30,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_absent",
        label: "unseen absent (30)",
        documents: 30,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_militia",
        label: "unseen militia (20)",
        documents: 20,
        read: false,
    },
    Bed {
        folder: "draft_bed_held_lawyer",
        label: "unseen lawyer (20)",
        documents: 20,
        read: false,
    },
];
