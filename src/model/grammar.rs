//! The closed sets of a reading: tags, parts of speech, dependencies and kinds of entities.
//!
//! Tags and dependencies are those of OntoNotes 5 and of ClearNLP's conversion of its trees
//! (<https://github.com/clir/clearnlp-guidelines/blob/master/md/specifications/dependency_labels.md>).

/// An enumeration whose variants have the names that the model's data use.
macro_rules! names {
    ($(#[$about:meta])* $kind:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $kind { $($(#[$doc])* $variant,)* }

        impl $kind {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the model's data.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The one with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// A tag of the Penn Treebank as OntoNotes 5 uses it, in the order of the tagger's scores.
    Tag {
        /// Currency sign.
        Dollar = "$",
        /// Closing quotation mark.
        CloseQuote = "''",
        /// Comma.
        Comma = ",",
        /// Opening bracket.
        OpenBracket = "-LRB-",
        /// Closing bracket.
        CloseBracket = "-RRB-",
        /// End of a sentence.
        Stop = ".",
        /// Colon, semicolon or dash.
        Colon = ":",
        /// Address on the web or of electronic mail.
        Add = "ADD",
        /// Affix.
        Afx = "AFX",
        /// Coordinating conjunction.
        Cc = "CC",
        /// Cardinal number.
        Cd = "CD",
        /// Determiner.
        Dt = "DT",
        /// Existential "there".
        Ex = "EX",
        /// Foreign word.
        Fw = "FW",
        /// Hyphen.
        Hyph = "HYPH",
        /// Preposition or subordinating conjunction.
        In = "IN",
        /// Adjective.
        Jj = "JJ",
        /// Comparative adjective.
        Jjr = "JJR",
        /// Superlative adjective.
        Jjs = "JJS",
        /// Marker of a list item.
        Ls = "LS",
        /// Modal verb.
        Md = "MD",
        /// Superfluous punctuation.
        Nfp = "NFP",
        /// Singular noun.
        Nn = "NN",
        /// Singular proper noun.
        Nnp = "NNP",
        /// Plural proper noun.
        Nnps = "NNPS",
        /// Plural noun.
        Nns = "NNS",
        /// Determiner before another.
        Pdt = "PDT",
        /// Possessive ending.
        Pos = "POS",
        /// Personal pronoun.
        Prp = "PRP",
        /// Possessive pronoun.
        PrpPossessive = "PRP$",
        /// Adverb.
        Rb = "RB",
        /// Comparative adverb.
        Rbr = "RBR",
        /// Superlative adverb.
        Rbs = "RBS",
        /// Particle.
        Rp = "RP",
        /// Symbol.
        Sym = "SYM",
        /// "to" before an infinitive.
        To = "TO",
        /// Interjection.
        Uh = "UH",
        /// Verb in its base form.
        Vb = "VB",
        /// Verb in the past tense.
        Vbd = "VBD",
        /// Gerund or present participle.
        Vbg = "VBG",
        /// Past participle.
        Vbn = "VBN",
        /// Verb in the present tense, not third person singular.
        Vbp = "VBP",
        /// Verb in the present tense, third person singular.
        Vbz = "VBZ",
        /// Determiner with "wh".
        Wdt = "WDT",
        /// Pronoun with "wh".
        Wp = "WP",
        /// Possessive pronoun with "wh".
        WpPossessive = "WP$",
        /// Adverb with "wh".
        Wrb = "WRB",
        /// Unknown.
        Xx = "XX",
        /// White space.
        Sp = "_SP",
        /// Opening quotation mark.
        OpenQuote = "``",
    }
}

names! {
    /// A part of speech of the Universal Dependencies, and white space.
    Pos {
        /// Adjective.
        Adj = "ADJ",
        /// Adposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// White space.
        Space = "SPACE",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

names! {
    /// How a token depends on its head.
    Label {
        /// Nothing above it.
        Root = "ROOT",
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Adjective as complement.
        Acomp = "acomp",
        /// Adverbial clause.
        Advcl = "advcl",
        /// Adverb as modifier.
        Advmod = "advmod",
        /// Agent of a passive.
        Agent = "agent",
        /// Adjective as modifier.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Noun after a copula.
        Attr = "attr",
        /// Auxiliary.
        Aux = "aux",
        /// Auxiliary of a passive.
        Auxpass = "auxpass",
        /// Mark of case: the possessive ending.
        Case = "case",
        /// Coordinating conjunction.
        Cc = "cc",
        /// Clause as complement.
        Ccomp = "ccomp",
        /// Part of a compound.
        Compound = "compound",
        /// Conjunct.
        Conj = "conj",
        /// Clause as subject.
        Csubj = "csubj",
        /// Clause as subject of a passive.
        Csubjpass = "csubjpass",
        /// Indirect object.
        Dative = "dative",
        /// Anything else.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Direct object.
        Dobj = "dobj",
        /// Expletive.
        Expl = "expl",
        /// Interjection.
        Intj = "intj",
        /// Word that opens a subordinate clause.
        Mark = "mark",
        /// Matter about the text itself.
        Meta = "meta",
        /// Negation.
        Neg = "neg",
        /// Modifier of a nominal.
        Nmod = "nmod",
        /// Noun phrase as adverb.
        Npadvmod = "npadvmod",
        /// Subject.
        Nsubj = "nsubj",
        /// Subject of a passive.
        Nsubjpass = "nsubjpass",
        /// Number as modifier.
        Nummod = "nummod",
        /// Predicate of an object.
        Oprd = "oprd",
        /// Parenthesis.
        Parataxis = "parataxis",
        /// Complement of a preposition.
        Pcomp = "pcomp",
        /// Object of a preposition.
        Pobj = "pobj",
        /// Possessor.
        Poss = "poss",
        /// Word before a conjunction: "both", "either".
        Preconj = "preconj",
        /// Determiner before another.
        Predet = "predet",
        /// Preposition.
        Prep = "prep",
        /// Particle of a verb.
        Prt = "prt",
        /// Punctuation.
        Punct = "punct",
        /// Modifier of a quantity.
        Quantmod = "quantmod",
        /// Relative clause.
        Relcl = "relcl",
        /// Clause without a subject of its own, as complement.
        Xcomp = "xcomp",
    }
}

names! {
    /// What kind of thing an entity is, by OntoNotes 5.
    EntityType {
        /// Number that is nothing else.
        Cardinal = "CARDINAL",
        /// Date or period.
        Date = "DATE",
        /// Named event.
        Event = "EVENT",
        /// Building, road, bridge.
        Facility = "FAC",
        /// Country, city, state.
        Place = "GPE",
        /// Language.
        Language = "LANGUAGE",
        /// Law or treaty.
        Law = "LAW",
        /// Mountain, water, region.
        Location = "LOC",
        /// Sum of money.
        Money = "MONEY",
        /// Nationality, religious or political group.
        Group = "NORP",
        /// Ordinal number.
        Ordinal = "ORDINAL",
        /// Company, agency, institution.
        Organization = "ORG",
        /// Percentage.
        Percent = "PERCENT",
        /// Person.
        Person = "PERSON",
        /// Thing made.
        Product = "PRODUCT",
        /// Measure.
        Quantity = "QUANTITY",
        /// Time of day, or less than a day.
        Time = "TIME",
        /// Title of a book, song, film.
        Work = "WORK_OF_ART",
    }
}
