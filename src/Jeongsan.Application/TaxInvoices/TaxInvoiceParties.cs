using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>An invoice whose two sides are known in full.</summary>
/// <param name="Partner">The partner that supplies, if it is one.</param>
internal sealed record KnownParties(TaxInvoiceContent Content, PartnerId? Partner);

/// <summary>
/// Who supplies and who receives. Each side is stated in full, or by the id or business number of a counterparty, or left
/// out where only our own company can be meant. What is stated wins over what is known.
/// </summary>
internal static class TaxInvoiceParties
{
    private sealed record Known(TaxInvoiceParty Party, PartnerId? Partner, NtsConnectionStatus Connection, IReadOnlyList<CounterpartyContact> AdditionalContacts);

    public static async Task<Outcome<KnownParties>> CompleteAsync(Work work, WrittenTaxInvoice written, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } own)
        {
            return new WritingRefusal.NoOwnCompany();
        }
        return written.Content.Issuance == TaxInvoiceIssuance.Reverse
            ? await ReverseAsync(work, written, own, ct)
            : await ForwardAsync(work, written, own, ct);
    }

    /// <summary>Made out to our own company by a supplier that the ASP can be asked for.</summary>
    private static async Task<Outcome<KnownParties>> ReverseAsync(Work work, WrittenTaxInvoice written, OwnCompany own, CancellationToken ct)
    {
        var content = written.Content;
        if (IsStated(content.Recipient.Brn) && content.Recipient.Brn != own.BusinessNumber)
        {
            return new WritingRefusal.RecipientNotFound(content.Recipient.Brn);
        }
        var found = await FindAsync(work, content.Supplier, isSupplier: true, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        if (found.Value is not { } supplier)
        {
            return new WritingRefusal.SupplierNotFound(content.Supplier.Brn);
        }
        if (supplier.Connection != NtsConnectionStatus.Connected)
        {
            return new TaxInvoiceRefusal.SupplierNotConnected(supplier.Party.Brn, supplier.Connection);
        }
        var completed = content with { Supplier = Fill(content.Supplier, supplier.Party), Recipient = Fill(content.Recipient, PartyOf(own)) };
        return new KnownParties(WithContacts(completed, written, supplier), supplier.Partner);
    }

    /// <summary>Issued by our own company to anybody.</summary>
    private static async Task<Outcome<KnownParties>> ForwardAsync(Work work, WrittenTaxInvoice written, OwnCompany own, CancellationToken ct)
    {
        var content = written.Content;
        if (IsStated(content.Supplier.Brn) && content.Supplier.Brn != own.BusinessNumber)
        {
            return new WritingRefusal.SupplierNotFound(content.Supplier.Brn);
        }
        if (own.ConnectedAt is null)
        {
            return new TaxInvoiceRefusal.SupplierNotConnected(own.BusinessNumber, NtsConnectionStatus.NotConnected);
        }
        var found = await FindAsync(work, content.Recipient, isSupplier: false, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var completed = content with { Supplier = Fill(content.Supplier, PartyOf(own)) };
        if (found.Value is { } recipient)
        {
            completed = completed with { Recipient = Fill(content.Recipient, recipient.Party) };
            return new KnownParties(WithContacts(completed, written, recipient), Partner: null);
        }
        if (!written.CreatesRecipient)
        {
            return new KnownParties(completed, Partner: null);
        }
        var created = await CreateAsync(work, content.Recipient, ct);
        return created.Then<KnownParties>(counterparty =>
            new KnownParties(completed with { Recipient = content.Recipient with { CounterpartyId = counterparty.Id.Value } }, Partner: null));
    }

    /// <summary>Null when only a business number was stated and no counterparty has it.</summary>
    private static async Task<Outcome<Known?>> FindAsync(Work work, TaxInvoiceParty stated, bool isSupplier, CancellationToken ct)
    {
        if (stated.CounterpartyId is { Length: > 0 } id)
        {
            return await FindByIdAsync(work, id, ct) is not { } named ? new WritingRefusal.CounterpartyNotFound(id)
                : IsStated(stated.Brn) && stated.Brn != named.Party.Brn ? new WritingRefusal.NumberIsAnothers(stated.Brn, id, isSupplier)
                : named;
        }
        return await FindByNumberAsync(work, stated.Brn, ct);
    }

    private static async Task<Known?> FindByIdAsync(Work work, string id, CancellationToken ct)
    {
        var (counterpartyId, partnerId) = (new CounterpartyId(id), new PartnerId(id));
        return await work.Db.Set<Counterparty>().SingleOrDefaultAsync(row => row.Id == counterpartyId, ct) is { } counterparty ? KnownOf(counterparty)
            : await work.Db.Set<Partner>().OfCounterparties().SingleOrDefaultAsync(row => row.Id == partnerId, ct) is { } partner ? KnownOf(partner)
            : null;
    }

    /// <summary>Several may have one number: a connected one first.</summary>
    private static async Task<Known?> FindByNumberAsync(Work work, BusinessRegistrationNumber brn, CancellationToken ct)
    {
        var partners = await work.Db.Set<Partner>().OfCounterparties().Where(row => row.BusinessRegistrationNumber == brn).OrderBy(row => row.Id).ToListAsync(ct);
        var others = await work.Db.Set<Counterparty>().Where(row => row.Brn == brn).OrderBy(row => row.Id).ToListAsync(ct);
        return partners.Select(KnownOf).Concat(others.Select(KnownOf)).OrderByDescending(known => known.Connection == NtsConnectionStatus.Connected).FirstOrDefault();
    }

    private static Known KnownOf(Counterparty counterparty) => new(
        new TaxInvoiceParty(
            counterparty.Brn, counterparty.Id.Value, TaxRegistrationId: null, counterparty.CompanyName, counterparty.RepresentativeName,
            counterparty.Address, counterparty.BusinessType, counterparty.BusinessClass,
            new TaxInvoiceContact(counterparty.ContactName, null, counterparty.ContactPhoneNumber, null, counterparty.ContactEmail)),
        Partner: null, counterparty.NtsConnection, counterparty.AdditionalContacts);

    private static Known KnownOf(Partner partner) => new(
        TaxInvoiceDraft.SupplierOf(partner.Profile(), (PartnerType.Business)partner.Type) with { CounterpartyId = partner.Id.Value },
        partner.Id, partner.NtsConnection, AdditionalContacts: []);

    private static TaxInvoiceParty PartyOf(OwnCompany own) => new(
        own.BusinessNumber, CounterpartyId: null, TaxRegistrationId: null, own.CompanyName, own.RepresentativeName, own.Address, own.BusinessType, own.BusinessClass,
        new TaxInvoiceContact(own.ContactName, null, own.ContactPhone, null, own.ContactEmail));

    private static TaxInvoiceParty Fill(TaxInvoiceParty stated, TaxInvoiceParty known) => stated with
    {
        Brn = known.Brn,
        CounterpartyId = known.CounterpartyId,
        Name = Or(stated.Name, known.Name)!,
        RepresentativeName = Or(stated.RepresentativeName, known.RepresentativeName)!,
        Address = Or(stated.Address, known.Address),
        BusinessType = Or(stated.BusinessType, known.BusinessType),
        BusinessClass = Or(stated.BusinessClass, known.BusinessClass),
        Contact = stated.Contact ?? known.Contact,
    };

    private static TaxInvoiceContent WithContacts(TaxInvoiceContent content, WrittenTaxInvoice written, Known other) =>
        written.UsesCounterpartyContacts && content.AdditionalContacts.Count == 0
            ? content with { AdditionalContacts = [.. other.AdditionalContacts.Select(contact => new TaxInvoiceAdditionalContact(contact.Name, contact.Email, contact.PhoneNumber))] }
            : content;

    private static Task<Outcome<Counterparty>> CreateAsync(Work work, TaxInvoiceParty recipient, CancellationToken ct) =>
        CreateCounterparty.CreateAsync(work, new NewCounterparty(null, recipient.Brn, new CounterpartyProfile(
            recipient.Name, recipient.RepresentativeName, recipient.Address, recipient.BusinessType, recipient.BusinessClass,
            new CounterpartyContact(recipient.Contact?.Name ?? recipient.RepresentativeName, recipient.Contact?.PhoneNumber, recipient.Contact?.Email ?? "", null), [], null), new CounterpartyLookups()), ct);

    private static bool IsStated(BusinessRegistrationNumber brn) => brn.Value is { Length: > 0 };

    private static string? Or(string? stated, string? known) => string.IsNullOrEmpty(stated) ? known : stated;
}
