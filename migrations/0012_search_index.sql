-- Full-text index without content: its rows are those of `document_texts`, its words begin with the organization (core/store/document-search.ts).
CREATE VIRTUAL TABLE `document_search` USING fts5(`words`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
--> statement-breakpoint
CREATE TRIGGER `document_texts_deleted` AFTER DELETE ON `document_texts` BEGIN DELETE FROM `document_search` WHERE rowid = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER `documents_texts_deleted` AFTER DELETE ON `documents` BEGIN DELETE FROM `document_texts` WHERE organization_id = OLD.organization_id AND document_id = OLD.id; END;
--> statement-breakpoint
INSERT INTO `document_texts` (`organization_id`, `document_id`, `part`, `indexed_at`) SELECT `organization_id`, `id`, 'values', 0 FROM `documents`;
--> statement-breakpoint
INSERT INTO `document_texts` (`organization_id`, `document_id`, `part`, `indexed_at`) SELECT `organization_id`, `id`, 'text', 0 FROM `documents` WHERE `fields_proved` IS NOT NULL;
--> statement-breakpoint
UPDATE `documents` SET `total_value` = CAST(`total_amount` AS REAL) WHERE `total_amount` IS NOT NULL;
