//! A case: everything in it, validated and in the order in which it was read.

use super::claim::Claim;
use super::document::Document;
use super::entity::Entity;
use super::id::Table;
use super::judgement::Judgement;
use super::source::Source;
use super::statement::Statement;
use super::vocabulary::Predicate;
use super::words::Words;

/// A case.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// Its id.
    pub id: Box<str>,
    /// What it is about, in a few words.
    pub title: Words,
    /// More about it.
    pub description: Words,
    /// The camps of the dispute.
    pub sides: Table<Side>,
    /// Published texts.
    pub documents: Table<Document>,
    /// Who speaks.
    pub sources: Table<Source>,
    /// What claims are about.
    pub entities: Table<Entity>,
    /// The vocabulary: built-in predicates first, then the case's own.
    pub predicates: Table<Predicate>,
    /// Propositions.
    pub claims: Table<Claim>,
    /// Acts of attribution.
    pub statements: Table<Statement>,
    /// People's rulings, in the order in which they were made.
    pub judgements: Table<Judgement>,
}

/// A camp of the dispute.
#[derive(Debug, Clone)]
pub struct Side {
    /// Its names.
    pub names: Words,
}
