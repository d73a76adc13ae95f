using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

public sealed class TomlPropertyTests
{
    private static readonly string[] Fragments =
    [
        "a", "b", "\"c\"", "'d'", ".", " ", "\t", "\n", "\r\n", "\r", "=", " = ", ",", "#", "[", "]", "[[", "]]", "{", "}",
        "\"", "'", "\"\"\"", "'''", "\\", "\\u00", "true", "inf", "-", "+", "_", "0", "1", "0x", "1e5", ".5", "1979-05-27", "07:32:00",
        "T", "Z", "é", "\0", "📈", "a = 1\n", "[a]\n", "[[a]]\n", "[a.b]\n", "a.b = 2\n",
    ];

    [Fact]
    public void Read_AnyBytes_ReadsOrRefuses() =>
        Check(ArbMap.Default.GeneratorFor<byte[]>(), 2_000, bytes => ReadsOrRefuses(bytes));

    [Fact]
    public void Read_AnyFragments_ReadsOrRefuses() =>
        Check(
            Gen.Elements(Fragments).ArrayOf(),
            5_000,
            fragments => ReadsOrRefuses(Encoding.UTF8.GetBytes(string.Concat(fragments))));

    [Fact]
    public void Read_AnyText_ComesBackFromEscapes() =>
        Check(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            1_000,
            text =>
            {
                // A lone surrogate has no form in TOML.
                string valid = string.Concat(text.EnumerateRunes());
                string escaped = string.Concat(valid.EnumerateRunes().Select(character => $"\\U{character.Value:X8}"));
                return Toml.Value<TomlString>($"\"{escaped}\"").Value == valid;
            });

    [Fact]
    public void Read_AnyInteger_ComesBack() =>
        Check(
            ArbMap.Default.GeneratorFor<long>(),
            1_000,
            value => Toml.Value<TomlInteger>(value.ToString(CultureInfo.InvariantCulture)).Value == value
                && (value < 0 || Toml.Value<TomlInteger>($"0x{value:x}").Value == value));

    [Fact]
    public void Read_AnyFloat_ComesBack() =>
        Check(
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite),
            1_000,
            value => Toml.Value<TomlFloat>(value.ToString("E16", CultureInfo.InvariantCulture)).Value.Equals(value));

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            return TomlReader.Read(bytes, "any.toml") is not null;
        }
        catch (TomlException refusal)
        {
            return refusal.Line >= 1 && refusal.Column >= 1 && refusal.Reason.Length > 0;
        }
    }

    private static void Check<T>(Gen<T> values, int tests, Func<T, bool> holds) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithReplay(20240131, 17).WithMaxTest(tests).WithQuietOnSuccess(true),
            Prop.ForAll(values.ToArbitrary(), holds));
}
