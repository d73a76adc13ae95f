using System.Globalization;
using System.Reflection;
using System.Text;
using OpenTrading.Sdk.Risk;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Risk.Tests.Table;

/// <summary>The rules as the risk document lists them against the rules that stand before every order.</summary>
public sealed class RuleTableTests
{
    // Rules of the table that are not built yet; nothing may ever be added.
    private static readonly string[] Unbuilt = [];

    // Parameters of the table that are not built yet; nothing may ever be added.
    private static readonly string[] UnbuiltParameters =
    [
    ];

    private static readonly Lazy<IReadOnlyList<RuleRow>> Read = new(() => RuleRow.Read(ReferenceFiles.Document(RuleRow.Document)));

    private static readonly Dictionary<string, Type> Rules = BuiltInRules.Types.ToDictionary(t => t.GetCustomAttribute<RiskRuleAttribute>()!.Id);

    [DocumentFact(RuleRow.Document)]
    public void Read_TheDocument_FindsItsRows() => Assert.Equal((89, "kill_switch", "dual_approval_over"), (Rows.Count, Rows[0].Id, Rows[^1].Id));

    [DocumentFact(RuleRow.Document)]
    public void Ids_OfTheTable_AreThoseOfTheRules() => Assert.Equal(Rows.Select(r => r.Id).Except(Unbuilt).Order(), Rules.Keys.Order());

    [DocumentFact(RuleRow.Document)]
    public void Unbuilt_WhatIsBuilt_IsOffTheList() => Assert.Empty(Unbuilt.Intersect(Rules.Keys));

    [DocumentFact(RuleRow.Document)]
    public void Rules_ClassesAndRemedies_AreThoseOfTheTable() => Assert.Equal(
        Built.Select(r => $"{r.Id}: {r.Classes}; {r.Remedy}"),
        Built.Select(r => Rules[r.Id].GetCustomAttribute<RiskRuleAttribute>()!).Select(d => $"{d.Id}: {d.Classes}; {d.Remedy}"));

    [DocumentFact(RuleRow.Document)]
    public void Parameters_NamesDefaultsAndBounds_AreThoseOfTheTable()
    {
        var faults = new StringBuilder();
        foreach (RuleRow row in Built)
        {
            (ParameterInfo Parameter, RiskParameterAttribute Declared)[] declared =
                [.. Rules[row.Id].GetConstructors().Single().GetParameters().Select(p => (p, p.GetCustomAttribute<RiskParameterAttribute>()!))];
            foreach (RuleRow.Parameter wanted in row.Parameters.Where(p => !UnbuiltParameters.Contains($"{row.Id}.{p.Name}")))
            {
                RiskParameterAttribute? found = declared.FirstOrDefault(d => (d.Declared.Name ?? d.Parameter.Name) == wanted.Name).Declared;
                string there = found is null ? "missing" : Fault(wanted, found);
                if (there.Length > 0)
                {
                    faults.AppendLine(CultureInfo.InvariantCulture, $"{row.Id}.{wanted.Name}: {there}");
                }
            }
        }

        Assert.True(faults.Length == 0, faults.ToString());
    }

    [DocumentFact(RuleRow.Document)]
    public void UnbuiltParameters_WhatIsBuilt_IsOffTheList() => Assert.Empty(
        from row in Built
        from parameter in Rules[row.Id].GetConstructors().Single().GetParameters()
        let key = $"{row.Id}.{parameter.GetCustomAttribute<RiskParameterAttribute>()!.Name ?? parameter.Name}"
        where UnbuiltParameters.Contains(key)
        select key);

    private static IReadOnlyList<RuleRow> Rows => Read.Value;

    private static IEnumerable<RuleRow> Built => Rows.Where(r => Rules.ContainsKey(r.Id));

    private static string Fault(RuleRow.Parameter wanted, RiskParameterAttribute found)
    {
        var faults = new List<string>();
        Compare("default", wanted.Paper, found.Paper);
        Compare("live default", wanted.Live, found.Live);
        if (wanted.Min is { } min && (decimal)found.Min != min)
        {
            faults.Add($"lowest is {found.Min}, not {min}");
        }

        if (wanted.Max is { } max && (decimal)found.Max != max)
        {
            faults.Add($"highest is {found.Max}, not {max}");
        }

        if (wanted.PerSymbol && !found.PerSymbol)
        {
            faults.Add("symbols cannot override it");
        }

        return string.Join("; ", faults);

        void Compare(string what, string? text, object? value)
        {
            if (Text(value) is var spoken && Plain(text) != spoken)
            {
                faults.Add($"{what} is {spoken ?? "absent"}, not {Plain(text) ?? "absent"}");
            }
        }
    }

    private static string? Plain(string? text) => text switch
    {
        null => null,
        "[{from=C0, lots=n}]" => "[]",
        _ when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => text.ToLowerInvariant(),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        string[] list => $"[{string.Join(",", list.Select(item => $"\"{item}\""))}]".ToLowerInvariant(),
        Enum name => string.Concat(name.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant(),
        string text => text.ToLowerInvariant(),
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############", CultureInfo.InvariantCulture),
    };
}
