namespace ContractGenerator;

/// <summary>Which capability's folder a schema belongs to: that of the only paths that reach it, or by its name when several do.</summary>
internal sealed class Capabilities
{
    private static readonly (string PathStart, string Capability)[] ByPath =
    [
        ("/login", "Login"),
        ("/token", "Login"),
        ("/platform/contracts", "Policies"),
        ("/platform/discount-share", "Policies"),
        ("/platform/additional-fee", "Policies"),
        ("/platform/partner-settlements", "Settlements"),
        ("/platform/partner", "Partners"),
        ("/platform/transfer", "Transfers"),
        ("/platform/setting", "Settings"),
        ("/platform/payouts", "Payouts"),
        ("/platform/bulk-payouts", "Payouts"),
        ("/platform/account-transfers", "Payouts"),
        ("/platform/bulk-account-transfers", "Payouts"),
        ("/platform/companies", "Companies"),
        ("/platform/bank-accounts", "Companies"),
        ("/b2b/companies", "Companies"),
        ("/b2b/counterparties", "Counterparties"),
        ("/b2b/", "TaxInvoices"),
    ];

    private static readonly (string NamePart, string Capability)[] ByName =
    [
        ("TaxInvoice", "TaxInvoices"),
        ("Counterpart", "Counterparties"),
        ("B2b", "TaxInvoices"),
        ("PartnerSettlement", "Settlements"),
        ("Payout", "Payouts"),
        ("AccountTransfer", "Payouts"),
        ("Transfer", "Transfers"),
        ("PlatformOrder", "Transfers"),
        ("Partner", "Partners"),
        ("Policy", "Policies"),
        ("Policies", "Policies"),
        ("Contract", "Policies"),
        ("SettlementCycle", "Policies"),
        ("Fee", "Policies"),
        ("MonthDay", "Policies"),
        ("MemberCompany", "Partners"),
        ("Account", "Partners"),
    ];

    private readonly Dictionary<string, SortedSet<string>> _reachedFrom = new(StringComparer.Ordinal);

    /// <summary>Schemas that a request body reaches.</summary>
    public HashSet<string> InRequests { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas that an answer reaches.</summary>
    public HashSet<string> InAnswers { get; } = new(StringComparer.Ordinal);

    public static Capabilities Assign(ReferenceDocument document)
    {
        var capabilities = new Capabilities();
        foreach (var path in document.Root.GetProperty("paths").EnumerateObject())
        {
            var capability = ByPath.First(row => path.Name.StartsWith(row.PathStart, StringComparison.Ordinal)).Capability;
            foreach (var operation in path.Value.EnumerateObject())
            {
                foreach (var part in operation.Value.EnumerateObject())
                {
                    var side = part.Name == "responses" ? capabilities.InAnswers : capabilities.InRequests;
                    foreach (var name in document.Mentions(part.Value))
                    {
                        capabilities.Reach(document, name, capability, side, new HashSet<string>(StringComparer.Ordinal));
                    }
                }
            }
        }

        return capabilities;
    }

    public string Of(string schema)
    {
        if (_reachedFrom.TryGetValue(schema, out var from) && from.Count == 1)
        {
            return from.First();
        }

        return ByName.FirstOrDefault(row => schema.Contains(row.NamePart, StringComparison.Ordinal)).Capability ?? "Shared";
    }

    private void Reach(ReferenceDocument document, string name, string capability, HashSet<string> side, HashSet<string> seen)
    {
        if (!seen.Add(name))
        {
            return;
        }

        side.Add(name);
        if (!_reachedFrom.TryGetValue(name, out var from))
        {
            _reachedFrom[name] = from = new SortedSet<string>(StringComparer.Ordinal);
        }

        from.Add(capability);
        foreach (var mentioned in document.Mentions(document.Schemas[name]))
        {
            Reach(document, mentioned, capability, side, seen);
        }
    }
}
