namespace OpenTrading.Sdk.Data;

/// <summary>A file whose rows a stored series holds.</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Sha256">SHA-256 of the file as it was read, 64 lower-case hexadecimal digits.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SourceFile(string Name, string Sha256);
