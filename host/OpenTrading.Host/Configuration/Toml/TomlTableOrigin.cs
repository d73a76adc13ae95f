namespace OpenTrading.Host.Configuration.Toml;

/// <summary>What brought a table into being, which decides what may still be added to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>A longer header, as <c>a</c> in <c>[a.b]</c>: may be defined once, by its own header or by dotted keys.</summary>
    Implied,

    /// <summary>Its own header, or the document: sub-tables may follow under other headers.</summary>
    Header,

    /// <summary>A dotted key, as <c>a</c> in <c>a.b = 1</c>: more dotted keys and headers of sub-tables may follow.</summary>
    DottedKey,

    /// <summary>Braces: complete as written.</summary>
    Inline,
}
