import { DeskPanel as DeskPanel_558adab87edfac9ddccdd19f34c43c7c } from '@/admin/desk-panel'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PreviewPanel as PreviewPanel_e1fdbcf748650e07e12e6cdc19b4edcb } from '@/admin/preview/panel'
import { LiveCell as LiveCell_695e764ba2ca7f5ebd33f9c1c4b641fc } from '@/admin/live-cell'
import { NoPublishButton as NoPublishButton_ed534e865eb40f4146b5048d8e1f5b3e } from '@/admin/no-publish-button'
import { VerbsCell as VerbsCell_3e9c2a156ddc3f34a2637f9be94f1617 } from '@/admin/verbs-cell'
import { PublicationPanel as PublicationPanel_96ddf66996b3801db21b0049c977cff3 } from '@/admin/publication-panel'
import { HourCell as HourCell_1ce0ae671b841b218a857d776643efdf } from '@/admin/cells'
import { StateCell as StateCell_1ce0ae671b841b218a857d776643efdf } from '@/admin/cells'
import { ReasonCell as ReasonCell_1ce0ae671b841b218a857d776643efdf } from '@/admin/cells'
import { LinkCell as LinkCell_1ce0ae671b841b218a857d776643efdf } from '@/admin/cells'
import { ChannelPanel as ChannelPanel_a1f1800c7b589d705831a6f1d1fa6c67 } from '@/admin/channel/panel'
import { ConnectButton as ConnectButton_e442ae45cfecb203c925311e9eb70ac2 } from '@/admin/channel/connect-button'
import { ConnectView as ConnectView_75556050d029aa6b01a2b373124e6ad0 } from '@/admin/channel/connect/view'
import { PlanProgress as PlanProgress_f65d68faf49b0301e9df2cbb04baac31 } from '@/admin/plan-progress'
import { SentenceCell as SentenceCell_0fd32d75a50496011bbb8a19e5411173 } from '@/admin/operations/cells'
import { Banner as Banner_de8b61f517bdfedd58c4b1d193497439 } from '@/admin/operations/banner'
import { Icon as Icon_0f61d8a452fc840f3cb79384f2b128a3 } from '@/admin/logo'
import { Logo as Logo_0f61d8a452fc840f3cb79384f2b128a3 } from '@/admin/logo'
import { Bell as Bell_84d0f93bb70503c76762dc5538c31bc6 } from '@/admin/operations/bell'
import { TrainingBanner as TrainingBanner_de8b61f517bdfedd58c4b1d193497439 } from '@/admin/operations/banner'
import { TruthLink as TruthLink_59583bf621b3a5e8524e478d7ad4f2cd } from '@/admin/operations/nav-link'
import { OperationsView as OperationsView_4c6c9369b686a2cfdba4756f37e62ec9 } from '@/admin/operations/view'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/desk-panel#DeskPanel": DeskPanel_558adab87edfac9ddccdd19f34c43c7c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/preview/panel#PreviewPanel": PreviewPanel_e1fdbcf748650e07e12e6cdc19b4edcb,
  "@/admin/live-cell#LiveCell": LiveCell_695e764ba2ca7f5ebd33f9c1c4b641fc,
  "@/admin/no-publish-button#NoPublishButton": NoPublishButton_ed534e865eb40f4146b5048d8e1f5b3e,
  "@/admin/verbs-cell#VerbsCell": VerbsCell_3e9c2a156ddc3f34a2637f9be94f1617,
  "@/admin/publication-panel#PublicationPanel": PublicationPanel_96ddf66996b3801db21b0049c977cff3,
  "@/admin/cells#HourCell": HourCell_1ce0ae671b841b218a857d776643efdf,
  "@/admin/cells#StateCell": StateCell_1ce0ae671b841b218a857d776643efdf,
  "@/admin/cells#ReasonCell": ReasonCell_1ce0ae671b841b218a857d776643efdf,
  "@/admin/cells#LinkCell": LinkCell_1ce0ae671b841b218a857d776643efdf,
  "@/admin/channel/panel#ChannelPanel": ChannelPanel_a1f1800c7b589d705831a6f1d1fa6c67,
  "@/admin/channel/connect-button#ConnectButton": ConnectButton_e442ae45cfecb203c925311e9eb70ac2,
  "@/admin/channel/connect/view#ConnectView": ConnectView_75556050d029aa6b01a2b373124e6ad0,
  "@/admin/plan-progress#PlanProgress": PlanProgress_f65d68faf49b0301e9df2cbb04baac31,
  "@/admin/operations/cells#SentenceCell": SentenceCell_0fd32d75a50496011bbb8a19e5411173,
  "@/admin/operations/banner#Banner": Banner_de8b61f517bdfedd58c4b1d193497439,
  "@/admin/logo#Icon": Icon_0f61d8a452fc840f3cb79384f2b128a3,
  "@/admin/logo#Logo": Logo_0f61d8a452fc840f3cb79384f2b128a3,
  "@/admin/operations/bell#Bell": Bell_84d0f93bb70503c76762dc5538c31bc6,
  "@/admin/operations/banner#TrainingBanner": TrainingBanner_de8b61f517bdfedd58c4b1d193497439,
  "@/admin/operations/nav-link#TruthLink": TruthLink_59583bf621b3a5e8524e478d7ad4f2cd,
  "@/admin/operations/view#OperationsView": OperationsView_4c6c9369b686a2cfdba4756f37e62ec9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
