//! What parts the cells of a row of text.

/// A comma, a semicolon or a tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `,`, as the name of the format says.
    #[default]
    Comma,
    /// `;`, from computers set up for a country that writes decimals with a comma.
    Semicolon,
    /// A tab, as spreadsheets copy cells.
    Tab,
}

impl Separator {
    /// All of them, the usual first.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    #[must_use]
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    /// How the narrative declares it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Tab => "tab",
        }
    }

    /// What several of it are called.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        }
    }
}
