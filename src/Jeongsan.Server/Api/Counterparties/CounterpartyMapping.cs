using System.Diagnostics;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>Counterparties from the domain to the wire: those of our own, and partners, who are counterparties under the same id.</summary>
internal static class CounterpartyMapping
{
    public static B2bCounterparty Write(Counterparty counterparty) => new()
    {
        Id = counterparty.Id.Value,
        GraphqlId = GraphqlId.Of("B2bCounterparty", counterparty.Id.Value),
        IsForTest = counterparty.Mode == Mode.Test,
        Brn = counterparty.Brn.Value,
        CompanyName = counterparty.CompanyName,
        RepresentativeName = counterparty.RepresentativeName,
        Address = counterparty.Address,
        BusinessType = counterparty.BusinessType,
        BusinessClass = counterparty.BusinessClass,
        Contact = Write(counterparty.Profile().Contact),
        AdditionalContacts = [.. counterparty.AdditionalContacts.Select(Write)],
        Memo = counterparty.Memo,
        NtsConnectionStatus = Write(counterparty.NtsConnection),
        NtsConnectedAt = counterparty.NtsConnectedAt,
        NtsConnectionFailedReason = counterparty.NtsConnectionFailedReason,
        BusinessStatus = Code.Of(counterparty.BusinessStatus).As<B2bCounterpartyBusinessStatus>(),
        BusinessStatusCheckedAt = counterparty.BusinessStatusCheck?.CheckedAt,
        BusinessStatusVerification = Write(counterparty.BusinessStatusCheck),
        BusinessInfoVerification = Write(counterparty.BusinessInfoCheck),
        AppliedAt = counterparty.AppliedAt,
    };

    public static B2bCounterparty Write(Partner partner)
    {
        var business = (PartnerType.Business)partner.Type;
        return new B2bCounterparty
        {
            Id = partner.Id.Value,
            GraphqlId = GraphqlId.Of("B2bCounterparty", partner.Id.Value),
            IsForTest = partner.Mode == Mode.Test,
            Brn = business.BusinessRegistrationNumber.Value,
            CompanyName = business.CompanyName,
            RepresentativeName = business.RepresentativeName,
            Address = business.CompanyAddress,
            BusinessType = business.BusinessType,
            BusinessClass = business.BusinessClass,
            Contact = new B2bCounterpartyContact { Name = partner.Contact.Name, PhoneNumber = partner.Contact.PhoneNumber, Email = partner.Contact.Email },
            AdditionalContacts = [],
            Memo = partner.Memo,
            NtsConnectionStatus = Write(partner.NtsConnection),
            NtsConnectionFailedReason = partner.NtsConnectionFailedReason,
            PartnerId = partner.Id.Value,
            BusinessStatus = Write(business.BusinessStatus),
            AppliedAt = partner.AppliedAt,
        };
    }

    public static B2bNtsConnectionStatus Write(NtsConnectionStatus status) => status switch
    {
        NtsConnectionStatus.NotConnected => B2bNtsConnectionStatus.NotConnected,
        NtsConnectionStatus.ConnectPending => B2bNtsConnectionStatus.PendingConnect,
        NtsConnectionStatus.Connected => B2bNtsConnectionStatus.Connected,
        NtsConnectionStatus.ConnectFailed => B2bNtsConnectionStatus.Error,
        NtsConnectionStatus.DisconnectPending => B2bNtsConnectionStatus.PendingDisconnect,
        _ => throw new UnreachableException(status.ToString()),
    };

    public static B2bCounterpartyBusinessStatus Write(BusinessStatus status) => status switch
    {
        BusinessStatus.NotVerified => B2bCounterpartyBusinessStatus.Unknown,
        BusinessStatus.VerifyError => B2bCounterpartyBusinessStatus.CheckFailed,
        BusinessStatus.NotFound => B2bCounterpartyBusinessStatus.NotFound,
        BusinessStatus.InBusiness => B2bCounterpartyBusinessStatus.InBusiness,
        BusinessStatus.Closed => B2bCounterpartyBusinessStatus.Closed,
        BusinessStatus.Suspended => B2bCounterpartyBusinessStatus.Suspended,
        _ => throw new UnreachableException(status.ToString()),
    };

    private static B2bCounterpartyContact Write(CounterpartyContact contact) =>
        new() { Name = contact.Name, PhoneNumber = contact.PhoneNumber, Email = contact.Email, Memo = contact.Memo };

    private static B2bCounterpartyVerification? Write(CounterpartyCheck? check) =>
        check is null ? null : new B2bCounterpartyVerification { Id = check.Id, CheckedAt = check.CheckedAt };
}
