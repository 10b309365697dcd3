using System.Collections.Frozen;

namespace Jeongsan.Server.Api.OpenApi;

/// <summary>What an operation does, in a few Korean and English words, for people who read the document.</summary>
internal sealed record OperationWords(string Korean, string English)
{
    private static readonly FrozenDictionary<string, OperationWords> All = Table.Split('\n').Select(line => line.Split(" | ", StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(row => row[0], row => new OperationWords(row[1], row[2]), StringComparer.Ordinal);

    public static OperationWords? Of(string operationId) => All.GetValueOrDefault(operationId);

    private const string Table = """
        createPlatformContract | 계약 만들기 | Create a contract
        getPlatformContracts | 계약 목록 보기 | List contracts
        getPlatformContract | 계약 보기 | Get a contract
        updatePlatformContract | 계약 고치기 | Change a contract
        archivePlatformContract | 계약 보관하기 | Archive a contract
        recoverPlatformContract | 계약 보관 취소하기 | Recover an archived contract
        getPlatformContractSchedule | 계약 변경 예약 보기 | Get the scheduled change of a contract
        scheduleContract | 계약 변경 예약하기 | Schedule a change of a contract
        rescheduleContract | 계약 변경 예약 바꾸기 | Replace the scheduled change of a contract
        cancelPlatformContractSchedule | 계약 변경 예약 취소하기 | Cancel the scheduled change of a contract
        getContractVersions | 계약 변경 이력 보기 | List all versions of a contract
        createPlatformDiscountSharePolicy | 할인 분담 정책 만들기 | Create a discount-share policy
        getPlatformDiscountSharePolicies | 할인 분담 정책 목록 보기 | List discount-share policies
        getPlatformDiscountSharePolicy | 할인 분담 정책 보기 | Get a discount-share policy
        updatePlatformDiscountSharePolicy | 할인 분담 정책 고치기 | Change a discount-share policy
        archivePlatformDiscountSharePolicy | 할인 분담 정책 보관하기 | Archive a discount-share policy
        recoverPlatformDiscountSharePolicy | 할인 분담 정책 보관 취소하기 | Recover an archived discount-share policy
        getPlatformDiscountSharePolicySchedule | 할인 분담 정책 변경 예약 보기 | Get the scheduled change of a discount-share policy
        scheduleDiscountSharePolicy | 할인 분담 정책 변경 예약하기 | Schedule a change of a discount-share policy
        rescheduleDiscountSharePolicy | 할인 분담 정책 변경 예약 바꾸기 | Replace the scheduled change of a discount-share policy
        cancelPlatformDiscountSharePolicySchedule | 할인 분담 정책 변경 예약 취소하기 | Cancel the scheduled change of a discount-share policy
        getDiscountSharePolicyVersions | 할인 분담 정책 변경 이력 보기 | List all versions of a discount-share policy
        createPlatformAdditionalFeePolicy | 추가 수수료 정책 만들기 | Create an additional-fee policy
        getPlatformAdditionalFeePolicies | 추가 수수료 정책 목록 보기 | List additional-fee policies
        getPlatformAdditionalFeePolicy | 추가 수수료 정책 보기 | Get an additional-fee policy
        updatePlatformAdditionalFeePolicy | 추가 수수료 정책 고치기 | Change an additional-fee policy
        archivePlatformAdditionalFeePolicy | 추가 수수료 정책 보관하기 | Archive an additional-fee policy
        recoverPlatformAdditionalFeePolicy | 추가 수수료 정책 보관 취소하기 | Recover an archived additional-fee policy
        getPlatformAdditionalFeePolicySchedule | 추가 수수료 정책 변경 예약 보기 | Get the scheduled change of an additional-fee policy
        scheduleAdditionalFeePolicy | 추가 수수료 정책 변경 예약하기 | Schedule a change of an additional-fee policy
        rescheduleAdditionalFeePolicy | 추가 수수료 정책 변경 예약 바꾸기 | Replace the scheduled change of an additional-fee policy
        cancelPlatformAdditionalFeePolicySchedule | 추가 수수료 정책 변경 예약 취소하기 | Cancel the scheduled change of an additional-fee policy
        getAdditionalFeePolicyVersions | 추가 수수료 정책 변경 이력 보기 | List all versions of an additional-fee policy
        createPlatformPartner | 파트너 만들기 | Create a partner
        getPlatformPartners | 파트너 목록 보기 | List partners
        getPlatformPartner | 파트너 보기 | Get a partner
        updatePlatformPartner | 파트너 고치기 | Change a partner
        archivePlatformPartner | 파트너 보관하기 | Archive a partner
        recoverPlatformPartner | 파트너 보관 취소하기 | Recover an archived partner
        getPlatformPartnerSchedule | 파트너 변경 예약 보기 | Get the scheduled change of a partner
        schedulePartner | 파트너 변경 예약하기 | Schedule a change of a partner
        reschedulePartner | 파트너 변경 예약 바꾸기 | Replace the scheduled change of a partner
        cancelPlatformPartnerSchedule | 파트너 변경 예약 취소하기 | Cancel the scheduled change of a partner
        getPartnerVersions | 파트너 변경 이력 보기 | List all versions of a partner
        createPlatformPartners | 파트너 여럿 만들기 | Create several partners
        schedulePlatformPartners | 파트너 여럿의 변경 예약하기 | Schedule a change of several partners
        getPlatformPartnerFilterOptions | 파트너 목록의 필터 값 보기 | Get what the partner list can be filtered by
        getPlatformDiscountSharePolicyFilterOptions | 할인 분담 정책 목록의 필터 값 보기 | Get what the list of discount-share policies can be filtered by
        connectPartnerMemberCompany | 파트너를 국세청에 연동하기 (옛 이름) | Connect a partner to the NTS (former name)
        disconnectPartnerMemberCompany | 파트너의 국세청 연동 끊기 (옛 이름) | Disconnect a partner from the NTS (former name)
        connectBulkPartnerMemberCompany | 파트너 여럿을 국세청에 연동하기 (옛 이름) | Connect several partners to the NTS (former name)
        disconnectBulkPartnerMemberCompany | 파트너 여럿의 국세청 연동 끊기 (옛 이름) | Disconnect several partners from the NTS (former name)
        connectPartnerCounterparty | 파트너를 국세청에 연동하기 | Connect a partner to the NTS
        disconnectPartnerCounterparty | 파트너의 국세청 연동 끊기 | Disconnect a partner from the NTS
        connectBulkPartnerCounterparty | 파트너 여럿을 국세청에 연동하기 | Connect several partners to the NTS
        disconnectBulkPartnerCounterparty | 파트너 여럿의 국세청 연동 끊기 | Disconnect several partners from the NTS
        getPlatformBulkTask | 일괄 작업의 진행 보기 | Get how far a bulk task is
        getPlatformBulkTaskItems | 일괄 작업의 항목별 결과 보기 | List what became of each item of a bulk task
        createPlatformOrderTransfer | 주문 정산건 등록하기 | Register an order
        createPlatformOrderCancelTransfer | 주문 취소 정산건 등록하기 | Register the cancellation of an order
        createPlatformManualTransfer | 수기 정산건 등록하기 | Register a manual transfer
        getPlatformTransfer | 정산건 보기 | Get a transfer
        deletePlatformTransfer | 정산건 지우기 | Delete a transfer
        getPlatformTransferSummaries | 정산건 목록 보기 | List transfers
        downloadPlatformTransferSheet | 정산건 목록을 CSV로 받기 | Download transfers as CSV
        getTransferExplanation | 정산 금액의 계산 근거 보기 | Explain each amount of a transfer
        getPlatformPartnerSettlements | 정산 내역 목록 보기 | List partner settlements
        deletePlatformPartnerSettlements | 정산 내역 지우기 | Delete partner settlements
        completePlatformPayoutByPartnerSettlementIds | 직접 지급한 정산 내역을 지급 완료로 바꾸기 | Mark settlements as paid outside
        withholdPartnerSettlements | 정산 내역 지급 보류하기 | Withhold partner settlements
        excludePartnerSettlements | 정산 내역 지급에서 제외하기 | Exclude partner settlements
        preparePartnerSettlements | 정산 내역 지급 예정으로 되돌리기 | Make partner settlements payable again
        downloadPartnerSettlementSheet | 정산 내역 목록을 CSV로 받기 | Download partner settlements as CSV
        getPlatformPayouts | 지급 목록 보기 | List payouts
        downloadPayoutSheet | 지급 목록을 CSV로 받기 | Download payouts as CSV
        getPlatformBulkPayouts | 일괄 지급 목록 보기 | List bulk payouts
        createBulkPayout | 일괄 지급 만들기 | Create a bulk payout
        getPayableDates | 정산일별 지급할 금액 보기 | List settlement dates that can be paid
        getReceivables | 미수금 목록 보기 | List partners that owe
        getMailProblems | 메일이 가지 않는 파트너 보기 | List partners whose address does not take mail
        askBackReceivable | 파트너에게 미수금 요청하기 | Ask a partner by mail for what it owes
        repayReceivable | 미수금을 받은 것으로 적기 | Note that a partner paid back what it owes
        confirmBulkPayout | 일괄 지급 확정하기 | Confirm a bulk payout
        getBulkPayout | 일괄 지급과 지급 건 보기 | Get a bulk payout with its rows
        takeOutOfBulkPayout | 일괄 지급에서 빼기 | Take settlements or partners out of a bulk payout
        putBackIntoBulkPayout | 뺀 것을 일괄 지급에 다시 넣기 | Put settlements or partners back into a bulk payout
        setBulkPayoutMemos | 통장 메모 적기 | Set bank memos
        executeBulkPayout | 일괄 지급 실행하기 (테스트 모드) | Execute a bulk payout (test side)
        scheduleBulkPayout | 일괄 지급 예약하기 (테스트 모드) | Schedule a bulk payout (test side)
        rescheduleBulkPayout | 일괄 지급 예약 시각 바꾸기 (테스트 모드) | Move the schedule of a bulk payout (test side)
        unscheduleBulkPayout | 일괄 지급 예약 취소하기 | Take the schedule of a bulk payout back
        stopBulkPayout | 일괄 지급 중단하기 | Stop a bulk payout
        resumeBulkPayout | 중단한 지급 재개하기 | Take stopped payouts up again
        retryFailedPayouts | 실패한 지급을 새 일괄 지급으로 만들기 | Choose failed payouts for a new bulk payout
        cancelBulkPayout | 일괄 지급 취소하기 | Cancel a bulk payout
        cancelPayout | 지급 한 건 취소하기 | Cancel one payout
        getPayoutSending | 지급을 보내는 방법 보기 | Get how payouts are sent
        setPayoutSending | 지급을 보내는 방법 정하기 | Choose how payouts are sent
        getBankFileLayouts | 이체 파일의 기본 양식 보기 | List standard layouts of bank files
        getBankFiles | 이체 파일 목록 보기 | List bank files
        getBankFile | 이체 파일의 줄과 결과 보기 | Get a bank file with its rows and results
        downloadBankFile | 이체 파일 받기 | Download a bank file
        previewBankFileResult | 처리 결과 미리 보기 | Preview a bank's result file
        readBankFileResult | 처리 결과 반영하기 | Read a bank's result file
        discardBankFile | 은행에 올리지 않은 파일 폐기하기 (테스트 모드) | Discard a file that was not given to the bank (test side)
        markBankFileRow | 지급 한 건의 결과를 직접 적기 (테스트 모드) | Mark the result of one payout by hand (test side)
        getSettlementStatement | 정산내역서 보기 | Get the settlement statement of a payout
        downloadSettlementStatement | 정산내역서를 PDF로 받기 | Download the settlement statement as PDF
        createSettlementStatementTemplate | 정산내역서 양식 만들기 | Create a template of settlement statements
        getSettlementStatementTemplates | 정산내역서 양식 목록 보기 | List templates of settlement statements
        getSettlementStatementTemplate | 정산내역서 양식 보기 | Get a template of settlement statements
        updateSettlementStatementTemplate | 정산내역서 양식 고치기 | Change a template of settlement statements
        deleteSettlementStatementTemplate | 정산내역서 양식 지우기 | Delete a template of settlement statements
        previewSettlementStatement | 양식으로 정산내역서 미리 보기 (PDF) | Preview a payout's settlement statement by a template, as PDF
        sendSettlementStatement | 지급 한 건의 정산내역서 보내기 | Send the settlement statement of one payout
        sendSettlementStatements | 정산내역서 여럿 보내기 | Send settlement statements of many payouts
        getSettlementStatementSendings | 보낸 정산내역서 목록 보기 | List sent settlement statements
        getSettlementStatementSending | 보낸 정산내역서 보기 | Get a sent settlement statement
        resendSettlementStatement | 정산내역서 다시 보내기 | Send a settlement statement again
        getPlatformAccountTransfers | 이체 목록 보기 | List account transfers
        getPlatformBulkAccountTransfers | 일괄 이체 목록 보기 | List bulk account transfers
        getPlatformAccountHolder | 예금주 조회하기 | Look up an account holder
        getPlatformCompanyState | 사업자 휴폐업 상태 조회하기 | Look up the state of a business
        getPlatformSetting | 정산 설정 보기 | Get the settings
        updatePlatformSetting | 정산 설정 고치기 | Change the settings
        getSettlementFormulas | 지금 적용되는 계산식 보기 | Get the formulas that apply now
        saveSettlementFormulas | 계산식과 파라미터 저장하기 | Save formulas and parameters
        validateSettlementFormulas | 계산식 검사하기 | Check formulas without saving
        testSettlementFormulas | 저장하지 않고 계산식 시험하기 | Try formulas on a sample order
        getSettlementFormulaVersions | 계산식 버전 목록 보기 | List formula versions
        getSettlementFormulaVersion | 계산식 버전 보기 | Get a formula version
        cancelSettlementFormulas | 예약한 계산식 취소하기 | Cancel scheduled formulas
        getUserDefinedProperties | 사용자 정의 속성 목록 보기 | List user-defined properties
        setUserDefinedProperty | 사용자 정의 속성 정하기 | Define a property
        removeUserDefinedProperty | 사용자 정의 속성 지우기 | Remove a property
        getBulkPayoutPayeeChecks | 일괄 지급의 지급 전 확인 보기 | Get what is known of whom a bulk payout may still pay, and what stands against it
        getPartnerPayeeCheck | 파트너의 지급 전 확인 보기 | Get what is known of a partner as a payee
        checkPayees | 계좌와 사업자 상태 확인하기 | Ask who holds payees' accounts and whether their businesses are open
        getPayeeCheckPolicy | 지급 전 확인 기준 보기 | Get whether payees have to be checked
        setPayeeCheckPolicy | 지급 전 확인 기준 정하기 | Set whether payees have to be checked
        getWithholding | 원천징수 목록과 기한 보기 | List what was withheld from whom, and by when it is reported and paid
        downloadWithholdingSheet | 원천징수 목록을 파일로 받기 | Download what was withheld as CSV or XLSX
        getHolidays | 공휴일 보기 | List bank holidays
        setHoliday | 공휴일 고치기 | Set a holiday
        removeHoliday | 공휴일 수정 되돌리기 | Undo the edit of a holiday
        getOwnCompany | 우리 회사 보기 | Get the platform's own company
        setUpOwnCompany | 우리 회사 정보 적기 | Enter the platform's own company
        connectOwnCompany | 우리 회사를 팝빌에 연동하기 | Connect the own company to the agency
        getOwnCompanyAccount | 팝빌 잔여 포인트와 발행 단가 보기 | Get points left and the price of an invoice
        importRows | 파일에서 가져오기 | Import a file
        previewImport | 가져오기 전에 미리 보기 | Preview an import
        getImportForm | 가져오기 양식 받기 | Download the import form
        getImports | 가져온 파일 목록 보기 | List imports
        getImport | 가져오기의 진행 보기 | Get how far an import is
        getEvents | 일어난 일 목록 보기 | List events, replayable from any point
        createWebhookEndpoint | 웹훅 주소 등록하기 | Add a webhook endpoint
        getWebhookEndpoints | 웹훅 주소 목록 보기 | List webhook endpoints
        deleteWebhookEndpoint | 웹훅 주소 지우기 | Remove a webhook endpoint
        rotateWebhookSecret | 웹훅 서명 비밀키 바꾸기 | Give a webhook endpoint a new signing secret
        switchOnWebhookEndpoint | 꺼진 웹훅 주소 다시 켜기 | Switch a webhook endpoint on again
        resendUndeliveredWebhooks | 전달되지 않은 웹훅 다시 보내기 | Send the undelivered webhooks of the last days again
        getWebhookDeliveries | 보낸 웹훅 목록 보기 | List deliveries of a webhook endpoint
        getWebhookDelivery | 보낸 웹훅 보기 | Get a webhook delivery
        resendWebhookDelivery | 웹훅 다시 보내기 | Send a webhook again
        getTestClock | 테스트 시계 보기 | Get the test clock
        advanceTestClock | 테스트 시계 앞으로 돌리기 | Move the test clock forward
        getMailbox | 보낸 메일 보기 | List mails of the mailbox
        getPrivacyRegister | 수탁자와 고지 현황 보기 | Get the register of processors
        addProcessor | 수탁자 추가하기 | Add a processor
        changeProcessor | 수탁자 고치기 | Change a processor
        activateProcessor | 수탁자 위탁 시작하기 | Activate a processor
        consentToProcessor | 수탁자 동의 적기 | Record the consent to a processor
        endProcessor | 수탁자 위탁 끝내기 | End a processor
        getPrivacyNotices | 개인정보 고지문 목록 보기 | List privacy notices
        publishPrivacyNotice | 개인정보 고지문 발행하기 | Publish a privacy notice
        tellPartnersInTerms | 약관으로 고지했음을 적기 | Record that the terms hold the notice
        getPartnerNotices | 파트너별 고지 목록 보기 | List who was told how
        tellPartnersByMail | 파트너에게 메일로 고지하기 | Tell partners by mail
        getAccessRecords | 개인정보 접속기록 보기 | List who was shown whose personal data
        checkAccessRecords | 접속기록이 바뀌지 않았는지 확인하기 | Check that no access record was changed
        getAccessReviews | 접속기록의 월별 합계와 점검 보기 | Get the month's accesses by actor, and the reviews
        reviewAccessRecords | 접속기록을 점검했다고 적기 | Note that a month's access records were reviewed
        downloadAccessRecords | 개인정보 접속기록을 CSV로 받기 | Download access records as CSV
        getSubjectRequests | 정보주체의 요구 목록 보기 | List requests of data subjects
        receiveSubjectRequest | 정보주체의 요구 접수하기 | Receive a request of a data subject
        getSubjectRequest | 정보주체의 요구 보기 | Get a request of a data subject
        identifySubject | 요구한 사람이 본인임을 확인했다고 적기 | Note that it is known who asks
        deferSubjectRequest | 열람을 연기하고 이유를 알리기 | Defer an access and tell why
        exportSubjectData | 열람 자료를 ZIP으로 받기 | Download all that is held of the partner as a ZIP
        completeSubjectRequest | 요구대로 처리했다고 적기 | Note that a request was carried out
        refuseSubjectRequest | 법이 정한 사유로 요구 거절하기 | Refuse a request with a ground of the law
        withdrawSubjectRequest | 요구가 취소되었다고 적기 | Note that a request was taken back
        answerSubjectRequest | 요구한 사람에게 결과 알리기 | Tell whoever asked what became of it
        sendLegalNoticeAgain | 닿지 않은 통지를 메일로 다시 보내기 | Mail a notice again that did not arrive
        noteLegalNoticeTold | 닿지 않은 통지를 다른 방법으로 알렸다고 적기 | Note that somebody was told otherwise
        getProcessingStops | 처리정지 목록 보기 | List stops of processing
        liftProcessingStop | 처리정지 풀기 | Lift the stop of a partner
        getIncidents | 유출 사고 목록 보기 | List incidents
        recordIncident | 유출 사고 적기 | Record an incident
        getIncident | 유출 사고 보기 | Get an incident
        describeIncident | 유출 사고의 내용 고치기 | Change what is known of an incident
        findIncidentAffected | 유출 사고의 대상 찾기 | Find whose data an incident is about
        confirmIncidentAffected | 유출 사고의 대상 확정하기 | Freeze whose data an incident is about
        getIncidentAffected | 유출 사고의 대상 목록 보기 | List whose data an incident is about
        writeIncidentNotice | 유출 통지문 쓰기 | Write the notice of an incident
        tellIncidentAffected | 유출 사고를 대상에게 알리기 | Tell everybody whose data an incident is about
        getIncidentNotices | 유출 통지의 결과 보기 | List who was told of an incident
        noteIncidentReport | 유출 신고를 적기 | Note that an incident was reported
        getPrivacyPolicy | 개인정보 처리방침의 초안과 게시한 것 보기 | Get the privacy policy and its draft
        getDueSupervision | 감독하고 교육할 수탁자와 기한 보기 | List due supervision of processors
        getProcessorEvidence | 수탁자의 계약서와 감독 기록 보기 | List a processor's evidence
        recordProcessorEvidence | 수탁자의 계약서나 감독 기록 남기기 | Record evidence of a processor
        downloadProcessorEvidence | 수탁자 증빙 파일 받기 | Download a processor's evidence file
        publishPrivacyPolicy | 개인정보 처리방침 게시하기 | Publish the privacy policy
        getErasureCandidates | 파기할 수 있는 파트너 보기 | List archived partners whose data can be destroyed
        getErasures | 파기 목록 보기 | List erasures
        erasePartnerData | 파트너의 개인정보 파기하기 | Destroy a partner's personal data
        getErasure | 파기와 확인서 보기 | Get an erasure and its certificate
        openLockedStore | 분리 보관한 정보 열기 | Open what was locked away
        closeIncident | 유출 사고 종결하기 | Close an incident
        getDisclosures | 개인정보 제공 기록 보기 | List what of whose data went where
        draftTaxInvoicesFromPayouts | 지급에서 세금계산서 작성하기 | Draft tax invoices from payouts
        requestBulkTaxInvoice | 일괄 세금계산서 발행 요청하기 | Request a bulk of tax invoices
        getB2bBulkTaxInvoice | 일괄 세금계산서 보기 | Get a bulk of tax invoices
        getAgencyQueue | 팝빌 대기열 보기 | Get what waits for the agency
        getAgencyDifferences | 팝빌과 다른 세금계산서 보기 | List invoices that differ at the agency
        getSupplierLink | 링크가 무엇에 관한 것인지 보기 | See what a supplier's link is about
        beginSupplierVisit | 사업자등록번호 확인하고 30분짜리 토큰 받기 | Prove the business number and get a token for half an hour
        getSupplierCertificate | 공동인증서 상태와 등록 주소 보기 | Get the certificate's state and where to register one
        getSupplierTaxInvoice | 링크의 세금계산서 보기 | Get the invoice of the link
        approveSupplierTaxInvoice | 공급자로서 승인하고 발행하기 | Approve and issue as the supplier
        refuseSupplierTaxInvoice | 공급자로서 거부하기 | Refuse as the supplier
        cancelSupplierTaxInvoice | 국세청 전송 전에 발행 취소하기 | Cancel the issue before it goes to the NTS
        getSupplierTaxInvoiceHistory | 세금계산서에 일어난 일 보기 | List what happened to the invoice
        downloadSupplierTaxInvoicePdf | 세금계산서 PDF 받기 | Download the invoice as PDF
        downloadSupplierTaxInvoiceXml | 전자세금계산서 파일(XML) 받기 | Download the signed XML
        amendTaxInvoice | 수정세금계산서 작성하기 | Amend a tax invoice
        getB2bTaxInvoices | 세금계산서 목록 보기 | List tax invoices
        getB2bTaxInvoice | 세금계산서 보기 | Get a tax invoice
        downloadB2bTaxInvoicesSheet | 세금계산서 목록을 CSV로 받기 | Download tax invoices as CSV
        draftB2bTaxInvoice | 세금계산서 임시저장하기 | Draft a tax invoice
        updateB2bTaxInvoiceDraft | 임시저장한 세금계산서 고치기 | Change a draft
        deleteB2bTaxInvoice | 세금계산서 지우기 | Delete a tax invoice
        requestB2bTaxInvoice | 역발행 요청하기 | Request a drafted reverse invoice
        requestB2bTaxInvoiceReverseIssuance | 역발행을 바로 요청하기 | Write and request a reverse invoice at once
        cancelB2bTaxInvoiceRequest | 역발행 요청 취소하기 | Take a request back
        refuseB2bTaxInvoiceRequest | 역발행 요청 거부하기 | Refuse a request
        resendTaxInvoiceRequest | 요청 메일 다시 보내기 | Send the request mail again
        issueB2bTaxInvoice | 세금계산서 발행(승인)하기 | Issue a tax invoice
        issueB2bTaxInvoiceImmediately | 정발행을 바로 하기 | Write and issue a forward invoice at once
        cancelB2bTaxInvoiceIssuance | 발행 취소하기 | Cancel the issuance
        sendToNtsB2bTaxInvoice | 국세청에 바로 전송하기 | Send to the NTS now
        createB2bFileUploadUrl | 파일 올릴 주소 받기 | Get an address to upload a file to
        attachB2bTaxInvoiceFile | 파일 붙이기 | Attach a file
        getB2bTaxInvoiceAttachments | 붙인 파일 목록 보기 | List attached files
        deleteB2bTaxInvoiceAttachment | 붙인 파일 떼기 | Take a file off
        getB2bTaxInvoicePdfDownloadUrl | PDF 주소 받기 | Get the address of the PDF
        getB2bTaxInvoicePopupUrl | 세금계산서 보기 주소 받기 | Get the address of the view
        getB2bTaxInvoicePrintUrl | 인쇄 주소 받기 | Get the address of the print view
        createB2bCounterparty | 거래처 만들기 | Create a counterparty
        getB2bCounterparties | 거래처 목록 보기 | List counterparties
        getB2bCounterparty | 거래처 보기 | Get a counterparty
        updateB2bCounterparty | 거래처 고치기 | Change a counterparty
        deleteB2bCounterparty | 거래처 지우기 | Delete a counterparty
        connectCounterpartyToNts | 거래처를 국세청에 연동하기 | Connect a counterparty to the NTS
        disconnectCounterpartyFromNts | 거래처의 국세청 연동 끊기 | Disconnect a counterparty from the NTS
        getB2bCounterpartyCertificate | 공동인증서 보기 | Get the registered certificate
        getB2bCounterpartyCertificateRegistrationUrl | 공동인증서 등록 주소 받기 | Get the address to register a certificate
        validateB2bCounterpartyCertificate | 공동인증서 확인하기 | Check the registered certificate
        getB2bBusinessInfos | 사업자 정보 조회하기 | Look up businesses
        loginViaApiSecret | API 시크릿으로 토큰 받기 | Get tokens for an API secret
        refreshToken | 토큰 갱신하기 | Renew tokens
        """;
}
