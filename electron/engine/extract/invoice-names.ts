/**
 * What e-invoice formats call the facts of an invoice: the attachment and tags of GB/T 33190
 * invoices, the tax bureau's EInvoice, its older interfaces in pinyin, and plain Chinese. Names are
 * compared in lower case without `_`, `-` and `.`.
 */
export const foldTag = (name: string): string => name.toLowerCase().replace(/[_\-.]/g, '')

const table = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([key, list]) =>
      list.split(' ').map((name) => [foldTag(name), key] as const),
    ),
  )

/** Facts of the whole invoice. */
export const invoiceTags = table({
  code: 'InvoiceCode Fpdm FP_DM 发票代码',
  number:
    'InvoiceNo InvoiceNumber InvoiceNum EInvoiceNumber EIid Fphm FP_HM Sdfphm Qdfphm 发票号码 数电票号码 数电发票号码',
  issuedOn: 'IssueDate IssueTime InvoiceDate BillingDate DateOfIssue Kprq KPRQ 开票日期 开票时间',
  requestedOn: 'RequestTime ApplyTime',
  buyer:
    'BuyerName PurchaserName Gmfmc Gfnsrmc GMF_MC Gfmc Ghfmc GHDWMC 购买方名称 购方名称 购买方信息名称',
  buyerTaxId:
    'BuyerTaxID BuyerTaxNo BuyerIdNum BuyerTaxpayerId PurchaserTaxNo PurchaserTaxID Gmfnsrsbh GMF_NSRSBH Gfsh Gfnsrsbh GHDWDM 购买方纳税人识别号 购买方识别号 购方识别号 购方税号 购买方税号 购买方统一社会信用代码 购方统一社会信用代码 Gfsbh Gmfsbh Gfnsrsbh BuyerTaxNum PurchaserIdNum 购买方统一社会信用代码/纳税人识别号',
  seller:
    'SellerName SalesName Xsfmc Xfnsrmc XSF_MC Xfmc Xhfmc XHDWMC 销售方名称 销方名称 销售方信息名称',
  sellerTaxId:
    'SellerTaxID SellerTaxNo SellerIdNum SellerTaxpayerId SalesTaxNo Xsfnsrsbh XSF_NSRSBH Xfsh Xfnsrsbh XHDWDM 销售方纳税人识别号 销售方识别号 销方识别号 销方税号 销售方税号 销售方统一社会信用代码 销方统一社会信用代码 Xfsbh Xsfsbh SellerTaxNum 销售方统一社会信用代码/纳税人识别号',
  net: 'TaxExclusiveTotalAmount TotalAmWithoutTax TotalAmountWithoutTax AmountWithoutTax TaxExclusiveAmount ExTaxAmount Hjje HJBHSJE 合计金额 不含税金额 金额合计',
  tax: 'TaxTotalAmount TotalTaxAm TotalTaxAmount TotalTax Hjse 合计税额 税额合计',
  amount:
    'TaxInclusiveTotalAmount TotalTax-includedAmount TotalAmountWithTax AmountWithTax TaxInclusiveAmount TotalAmount Jshj KPHJJE 价税合计 价税合计小写',
  checkCode: 'InvoiceCheckCode CheckCode Jym 校验码',
  graph: 'GraphCode QrCode Ewm',
  words:
    'TotalTax-includedAmountInChinese TaxInclusiveTotalAmountWithChinese TaxInclusiveTotalAmountInChinese TaxInclusiveTotalAmountCN Jshjdx 价税合计大写',
  title: 'InvoiceTitle InvoiceTypeName Fplxmc 发票种类 发票类型 票种',
})

/** Parts of one line of the invoice. */
export const itemTags = table({
  name: 'Item ItemName GoodsName Xmmc Spmc XMMC 项目名称 货物或应税劳务名称 货物或应税劳务、服务名称',
  specification: 'Specification SpecMod Model Ggxh 规格型号',
  unit: 'MeasurementDimension MeaUnits Unit Dw 单位 计量单位',
  quantity: 'Quantity Sl Xmsl Spsl 数量',
  price: 'Price UnPrice UnitPrice Dj Xmdj 单价',
  amount: 'Amount Je Xmje 金额',
  rate: 'TaxScheme TaxRate Slv Taxrate 税率 税率/征收率',
  tax: 'TaxAmount ComTaxAm Se 税额',
})
